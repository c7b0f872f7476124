-- The Phoenix shape holds each event of ours and of Phoenix once, with its date and root.
with held as (
    select
        count(*) as n_events,
        coalesce(sum(event.event_root_code::integer), 0) as roots,
        coalesce(sum(year(event.event_date)), 0) as years
    from event
    where event.dataset in ('comity', 'phoenix')
),

summed as (
    select
        count(phoenix_event."EventID") as n_events,
        coalesce(sum(phoenix_event."EventRootCode"::integer), 0) as roots,
        coalesce(sum(phoenix_event."Year"), 0) as years
    from phoenix_event
)

select
    held.*,
    summed.n_events as n_events_found,
    summed.roots as roots_found,
    summed.years as years_found
from held
cross join summed
where held.n_events <> summed.n_events or held.roots <> summed.roots or held.years <> summed.years
