-- Share of the source's events: events towards the target among all events of the acting country; empty where it did nothing.
-- Version: 1. Used by: own.
-- Use: where an actor turns its attention, free of how much is read about it. Our own.
create or replace macro formula_share_of_source_events(n_events, n_events_source) as
(n_events / nullif(n_events_source, 0))::double;
