-- PLOVER mean: the score of the average event on the scale of PLOVER types, whatever score table the series uses.
-- Version: 1. Used by: plover, halterman2023.
-- Use: halterman2023 give types a scale; a promised meeting is scored no higher than a held one there. Root 01 has no type and
-- 0.
create or replace macro formula_plover_mean(plover, n_plover) as (plover / nullif(n_plover, 0))::double;
