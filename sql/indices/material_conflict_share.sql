-- Material conflict share: events of quad class 4 among all events, from 0 to 1; empty without events.
-- Version: 1. Used by: gdelt.
-- Use: acts and not words; the quad classes are those of gdelt and their use as counts is common to its readers.
create or replace macro formula_material_conflict_share(n_material_conflict, n_weighted) as
(n_material_conflict / nullif(n_weighted, 0))::double;
