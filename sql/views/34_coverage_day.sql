-- Which days a dataset covers, and how many events it has on each: what tells a day without events from a day nobody read.
-- Grain: one row for each dataset and day from its first to its last day read, and for days outside with an event.
-- Reads: event_day, volume. Of our own dataset a day is read if an article was published on it; imported datasets do not say
-- what they read, so there a day is read if it has an event of any country. Events may lie on days that are not read: news tells
-- of the day before.
-- Example: select day, n_events from coverage_day where dataset = 'comity' and not is_read order by day;
create or replace view coverage_day as
with published as (
    select
        'comity' as dataset,
        volume.published_date as day,
        sum(volume.n_articles)::bigint as n_articles
    from volume
    group by all
),

span as (
    select
        event_day.dataset,
        min(event_day.day) as first_day,
        max(event_day.day) as last_day
    from event_day
    where event_day.dataset <> 'comity'
    group by all
    union all
    select
        published.dataset,
        min(published.day) as first_day,
        max(published.day) as last_day
    from published
    group by all
),

stacked as (
    select
        span.dataset,
        unnest(generate_series(span.first_day, span.last_day, interval 1 day))::date as day,
        0 as n_articles,
        0 as n_events
    from span
    union all
    select
        published.dataset,
        published.day,
        published.n_articles,
        0 as n_events
    from published
    union all
    select
        event_day.dataset,
        event_day.day,
        0 as n_articles,
        event_day.n_events
    from event_day
),

summed as (
    select
        stacked.dataset,
        stacked.day,
        sum(stacked.n_articles)::bigint as n_articles,
        sum(stacked.n_events)::bigint as n_events
    from stacked
    group by all
)

select
    summed.dataset,
    summed.day,
    if(summed.dataset = 'comity', summed.n_articles, null) as n_articles,
    summed.n_events,
    if(summed.dataset = 'comity', summed.n_articles > 0, summed.n_events > 0) as is_read
from summed;

comment on view coverage_day is 'Which days a dataset covers: one row for each dataset and day, read or not';
