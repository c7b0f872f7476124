-- In every unit the periods that a dataset covers add up to its days: days read, articles and events.
with held as (
    select
        coverage_day.dataset,
        count(*) filter (where coverage_day.is_read) as n_days_read,
        coalesce(sum(coverage_day.n_articles), 0) as n_articles,
        sum(coverage_day.n_events) as n_events
    from coverage_day
    group by coverage_day.dataset
),

unit as (
    select unnest(['day', 'week', 'month', 'year']) as unit
),

summed as (
    select
        coverage_period.dataset,
        coverage_period.unit,
        sum(coverage_period.n_days_read) as n_days_read,
        coalesce(sum(coverage_period.n_articles), 0) as n_articles,
        sum(coverage_period.n_events) as n_events,
        count(*) filter (where coverage_period.n_days_read > coverage_period.n_days) as n_astray
    from coverage_period
    group by all
)

select
    held.dataset,
    unit.unit,
    held.n_days_read,
    summed.n_days_read as n_days_read_summed,
    held.n_events,
    summed.n_events as n_events_summed,
    summed.n_astray
from held
cross join unit
left join summed on held.dataset = summed.dataset and unit.unit = summed.unit
where
    held.n_days_read is distinct from summed.n_days_read
    or held.n_articles is distinct from summed.n_articles
    or held.n_events is distinct from summed.n_events
    or summed.n_astray > 0
