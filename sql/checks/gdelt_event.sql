-- The GDELT shape holds each event of ours and of GDELT once, under a number of its own, with its mentions and date.
with held as (
    select
        count(*) as n_events,
        coalesce(sum(event.n_mentions), 0) as n_mentions,
        coalesce(sum(year(event.event_date)), 0) as years
    from event
    where event.dataset in ('comity', 'gdelt')
),

summed as (
    select
        count(distinct gdelt_event."GLOBALEVENTID") as n_events,
        coalesce(sum(gdelt_event."NumMentions"), 0) as n_mentions,
        coalesce(sum(gdelt_event."SQLDATE" // 10000), 0) as years
    from gdelt_event
)

select
    held.*,
    summed.n_events as n_events_found,
    summed.n_mentions as n_mentions_found,
    summed.years as years_found
from held
cross join summed
where held.n_events <> summed.n_events or held.n_mentions <> summed.n_mentions or held.years <> summed.years
