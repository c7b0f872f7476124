-- The days of a dataset's events add up to its events.
with held as (
    select
        event.dataset,
        count(*) as n_events
    from event
    group by event.dataset
),

summed as (
    select
        event_day.dataset,
        sum(event_day.n_events) as n_events
    from event_day
    group by event_day.dataset
)

select
    coalesce(held.dataset, summed.dataset) as dataset,
    held.n_events,
    summed.n_events as n_events_summed
from held
full outer join summed on held.dataset = summed.dataset
where held.n_events is distinct from summed.n_events
