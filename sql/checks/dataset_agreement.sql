-- The events that two datasets are compared by are those of their dyads in the months that both cover.
with overlap as (
    select
        covered_a.dataset as dataset_a,
        covered_b.dataset as dataset_b,
        covered_a.period_start as month
    from coverage_period as covered_a
    inner join coverage_period as covered_b
        on covered_a.unit = covered_b.unit and covered_a.period_start = covered_b.period_start
    where
        covered_a.dataset < covered_b.dataset
        and covered_a.unit = 'month'
        and covered_a.n_days_read > 0
        and covered_b.n_days_read > 0
),

monthly as (
    select
        event.dataset,
        date_trunc('month', event.event_date)::date as month,
        count(*) as n_events
    from event
    where event.source_country <> event.target_country
    group by all
),

held as (
    select
        overlap.dataset_a,
        overlap.dataset_b,
        coalesce(sum(months_a.n_events), 0) as n_events_a,
        coalesce(sum(months_b.n_events), 0) as n_events_b
    from overlap
    left join monthly as months_a on overlap.dataset_a = months_a.dataset and overlap.month = months_a.month
    left join monthly as months_b on overlap.dataset_b = months_b.dataset and overlap.month = months_b.month
    group by all
),

summed as (
    select
        dataset_agreement.dataset_a,
        dataset_agreement.dataset_b,
        sum(dataset_agreement.n_events_a) as n_events_a,
        sum(dataset_agreement.n_events_b) as n_events_b,
        count(*) filter (
            where
            dataset_agreement.n_months_both > least(dataset_agreement.n_months_a, dataset_agreement.n_months_b)
            or dataset_agreement.n_months < greatest(dataset_agreement.n_months_a, dataset_agreement.n_months_b)
        ) as n_astray
    from dataset_agreement
    group by all
)

select
    held.dataset_a,
    held.dataset_b,
    held.n_events_a,
    summed.n_events_a as n_events_a_summed,
    held.n_events_b,
    summed.n_events_b as n_events_b_summed,
    summed.n_astray
from held
left join summed on held.dataset_a = summed.dataset_a and held.dataset_b = summed.dataset_b
where
    held.n_events_a <> coalesce(summed.n_events_a, 0)
    or held.n_events_b <> coalesce(summed.n_events_b, 0)
    or summed.n_astray > 0
