-- Share of events: events of the dyad among all events of the dataset in the period, from 0 to 1; empty where there are none.
-- Version: 1. Used by: gdelt.
-- Use: gdelt asks its users to divide by all that was recorded, for the number of sources grows.
create or replace macro formula_share_of_events(n_events, n_events_all) as (n_events / nullif(n_events_all, 0))::double;
