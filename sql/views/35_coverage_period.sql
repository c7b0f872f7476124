-- What a dataset covers in days, weeks, months and years: days read, articles read, and all its events.
-- Grain: one row for each dataset, unit and period with a row of coverage_day. Reads: coverage_day. A period in which no day was
-- read is a gap: nothing can be said of it. A month of which a part was read has n_days_read to say so.
-- Example: select period_start, n_days_read, n_days from coverage_period where unit = 'month' and dataset = 'comity';
create or replace view coverage_period as
with unit as (
    select
        unnest(['day', 'week', 'month', 'year']) as unit,
        unnest([interval 1 day, interval 7 day, interval 1 month, interval 1 year]) as length
),

summed as (
    select
        coverage_day.dataset,
        unit.unit,
        unit.length,
        date_trunc(unit.unit, coverage_day.day)::date as period_start,
        count(*) filter (where coverage_day.is_read) as n_days_read,
        sum(coverage_day.n_articles)::bigint as n_articles,
        sum(coverage_day.n_events)::bigint as n_events
    from coverage_day
    cross join unit
    group by all
)

select
    summed.dataset,
    summed.unit,
    summed.period_start,
    ((summed.period_start + summed.length)::date - summed.period_start)::bigint as n_days,
    summed.n_days_read,
    summed.n_days_read = 0 as is_gap,
    summed.n_articles,
    summed.n_events
from summed;

comment on view coverage_period is 'What a dataset covers: one row for each dataset, unit and period';
