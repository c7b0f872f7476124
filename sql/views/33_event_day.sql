-- How many events each dataset has on each day, all countries together: the denominator that event counts are divided by.
-- Grain: one row for each dataset and day with an event. Reads: event. On connecting it is counted once and held as a table,
-- since every index asks for it and it reads every event.
-- Example: select day, n_events from event_day where dataset = 'comity' order by day;
create or replace view event_day as
select
    event.dataset,
    event.event_date as day,
    count(*) as n_events
from event
group by all;

comment on view event_day is 'How many events each dataset has on each day: one row for each dataset and day with an event';
