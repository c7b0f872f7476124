-- Conflict share: events of quad classes 3 and 4 among all events, from 0 to 1; empty without events.
-- Version: 1. Used by: worldmonitor.
-- Use: worldmonitor shows it beside counts, because the volume of news cancels out.
create or replace macro formula_conflict_share(n_verbal_conflict, n_material_conflict, n_weighted) as
((n_verbal_conflict + n_material_conflict) / nullif(n_weighted, 0))::double;
