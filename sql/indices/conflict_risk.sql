-- Conflict risk: material conflict and half of verbal conflict among all events, from 0 to 100; empty without events.
-- Version: 1. Used by: riskalab.
-- Use: riskalab publishes it for one dyad by direction and month.
create or replace macro formula_conflict_risk(n_verbal_conflict, n_material_conflict, n_weighted) as
(100 * (n_material_conflict + 0.5 * n_verbal_conflict) / nullif(n_weighted, 0))::double;
