-- Event count: how much the one did towards the other, events or their stories counted.
-- Version: 1. Used by: azar1980, shellman2004.
-- Use: the plainest series, and the "strength" of a relation; grows with what is read, so compare shares over long spans.
-- azar1980 counts and weighs events of a dyad by year; shellman2004 shows that day, week and month may tell different tales.
create or replace macro formula_event_count(n_weighted) as (n_weighted)::double;
