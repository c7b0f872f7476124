-- The days that a dataset covers hold all its events and, of our own, all articles; a day is read if it has any.
with held as (
    select
        event_day.dataset,
        sum(event_day.n_events) as n_events
    from event_day
    group by event_day.dataset
),

summed as (
    select
        coverage_day.dataset,
        sum(coverage_day.n_events) as n_events,
        coalesce(sum(coverage_day.n_articles), 0) as n_articles,
        count(*) - count(distinct coverage_day.day) as n_repeated,
        count(*) filter (where coverage_day.is_read and coverage_day.n_articles = 0) as n_astray
    from coverage_day
    group by coverage_day.dataset
),

published as (
    select coalesce(sum(volume.n_articles), 0) as n_articles
    from volume
)

select
    coalesce(held.dataset, summed.dataset) as dataset,
    held.n_events,
    summed.n_events as n_events_summed,
    published.n_articles,
    summed.n_articles as n_articles_summed,
    summed.n_repeated,
    summed.n_astray
from held
full outer join summed on held.dataset = summed.dataset
cross join published
where
    coalesce(held.n_events, 0) is distinct from summed.n_events
    or summed.n_articles <> if(summed.dataset = 'comity', published.n_articles, 0)
    or summed.n_repeated > 0
    or summed.n_astray > 0
