-- How far two datasets agree on a dyad: their monthly series over the months that both cover.
-- Grain: one row for each two datasets, in alphabet order, and directed dyad with an event in either. Reads: coverage_period,
-- dyad_part. Months without an event count as 0 in both series, months that one of the two did not cover are left out. pearson_
-- and spearman_ correlate the counts of events and the net Goldstein sums; they are empty where a series never changes or fewer
-- than 3 months overlap. share_both is the months in which both have an event among those in which either has one; level_ratio
-- is the events of A for each event of B. Ranks of equal values are their mean, as is usual.
-- Example: select target_country, pearson_events, level_ratio from dataset_agreement where source_country = 'CHN' limit 5;
create or replace view dataset_agreement as
with overlap as (
    select
        covered_a.dataset as dataset_a,
        covered_b.dataset as dataset_b,
        covered_a.period_start as month
    from coverage_period as covered_a
    inner join coverage_period as covered_b
        on
            covered_a.dataset < covered_b.dataset
            and covered_a.unit = covered_b.unit
            and covered_a.period_start = covered_b.period_start
    where covered_a.unit = 'month' and not covered_a.is_gap and not covered_b.is_gap
),

length as (
    select
        overlap.dataset_a,
        overlap.dataset_b,
        count(*) as n_months
    from overlap
    group by all
),

counted as not materialized (
    select
        part.dataset,
        part.source_country,
        part.target_country,
        part.period_start as month,
        part.n_events,
        (part.positive + part.negative)::double as net
    from dyad_part('own') as part
    where part.unit = 'month' and part.actors = 'all' and part.weighting = 'event'
),

-- Months in which either has an event, its values 0 in the one that has none.
stacked as (
    select
        overlap.*,
        counted.source_country,
        counted.target_country,
        counted.n_events as n_events_a,
        0 as n_events_b,
        counted.net as net_a,
        0 as net_b
    from counted
    inner join overlap on counted.dataset = overlap.dataset_a and counted.month = overlap.month
    union all
    select
        overlap.*,
        counted.source_country,
        counted.target_country,
        0 as n_events_a,
        counted.n_events as n_events_b,
        0 as net_a,
        counted.net as net_b
    from counted
    inner join overlap on counted.dataset = overlap.dataset_b and counted.month = overlap.month
),

told as (
    select
        stacked.dataset_a,
        stacked.dataset_b,
        stacked.source_country,
        stacked.target_country,
        stacked.month,
        sum(stacked.n_events_a) as n_events_a,
        sum(stacked.n_events_b) as n_events_b,
        sum(stacked.net_a) as net_a,
        sum(stacked.net_b) as net_b
    from stacked
    group by all
),

-- Both measures one below the other, so that they are ranked and correlated in one way.
paired as (
    select
        told.dataset_a,
        told.dataset_b,
        told.source_country,
        told.target_country,
        told.month,
        unnest(['events', 'net']) as measure,
        unnest([told.n_events_a::double, told.net_a::double]) as value_a,
        unnest([told.n_events_b::double, told.net_b::double]) as value_b
    from told
),

-- n_silent: months without an event in either. Both values are 0 there, so they are not held but reckoned with.
silent as (
    select
        paired.*,
        length.n_months,
        length.n_months - count(*) over (
            partition by paired.dataset_a, paired.dataset_b, paired.source_country, paired.target_country, paired.measure
        ) as n_silent
    from paired
    inner join length on paired.dataset_a = length.dataset_a and paired.dataset_b = length.dataset_b
),

placed as (
    select
        silent.*,
        rank() over (series order by silent.value_a) - 1 as n_below_a,
        rank() over (series order by silent.value_b) - 1 as n_below_b,
        count(*) over (
            partition by
                silent.dataset_a, silent.dataset_b, silent.source_country, silent.target_country, silent.measure, silent.value_a
        ) as n_equal_a,
        count(*) over (
            partition by
                silent.dataset_a, silent.dataset_b, silent.source_country, silent.target_country, silent.measure, silent.value_b
        ) as n_equal_b
    from silent
    window series as (
        partition by silent.dataset_a, silent.dataset_b, silent.source_country, silent.target_country, silent.measure
    )
),

ranked as (
    select
        placed.*,
        placed.n_below_a + if(placed.value_a > 0, placed.n_silent, 0)
        + (placed.n_equal_a + if(placed.value_a = 0, placed.n_silent, 0) + 1) / 2 as rank_a,
        placed.n_below_b + if(placed.value_b > 0, placed.n_silent, 0)
        + (placed.n_equal_b + if(placed.value_b = 0, placed.n_silent, 0) + 1) / 2 as rank_b
    from placed
),

summed as (
    select
        ranked.dataset_a,
        ranked.dataset_b,
        ranked.source_country,
        ranked.target_country,
        ranked.measure,
        ranked.n_months,
        ranked.n_silent,
        count(*) filter (where ranked.value_a > 0) as n_above_a,
        count(*) filter (where ranked.value_b > 0) as n_above_b,
        count(*) filter (where ranked.value_a > 0 and ranked.value_b > 0) as n_above_both,
        sum(ranked.value_a) as sum_a,
        sum(ranked.value_b) as sum_b,
        -- Where the silent months rank: above all negative values, amid the zeros.
        count(*) filter (where ranked.value_a < 0)
        + (count(*) filter (where ranked.value_a = 0) + ranked.n_silent + 1) / 2 as silent_rank_a,
        count(*) filter (where ranked.value_b < 0)
        + (count(*) filter (where ranked.value_b = 0) + ranked.n_silent + 1) / 2 as silent_rank_b,
        correlation_of_sums(
            ranked.n_months, sum(ranked.value_a), sum(ranked.value_b), sum(ranked.value_a * ranked.value_a),
            sum(ranked.value_b * ranked.value_b), sum(ranked.value_a * ranked.value_b)
        ) as pearson,
        sum(ranked.rank_a) as rank_sum_a,
        sum(ranked.rank_b) as rank_sum_b,
        sum(ranked.rank_a * ranked.rank_a) as rank_squares_a,
        sum(ranked.rank_b * ranked.rank_b) as rank_squares_b,
        sum(ranked.rank_a * ranked.rank_b) as rank_products
    from ranked
    group by
        ranked.dataset_a,
        ranked.dataset_b,
        ranked.source_country,
        ranked.target_country,
        ranked.measure,
        ranked.n_months,
        ranked.n_silent
),

correlated as (
    select
        summed.*,
        correlation_of_sums(
            summed.n_months,
            summed.rank_sum_a + summed.n_silent * summed.silent_rank_a,
            summed.rank_sum_b + summed.n_silent * summed.silent_rank_b,
            summed.rank_squares_a + summed.n_silent * summed.silent_rank_a * summed.silent_rank_a,
            summed.rank_squares_b + summed.n_silent * summed.silent_rank_b * summed.silent_rank_b,
            summed.rank_products + summed.n_silent * summed.silent_rank_a * summed.silent_rank_b
        ) as spearman
    from summed
)

select
    correlated.dataset_a,
    correlated.dataset_b,
    correlated.source_country,
    correlated.target_country,
    correlated.n_months,
    max(correlated.n_above_a) filter (where correlated.measure = 'events') as n_months_a,
    max(correlated.n_above_b) filter (where correlated.measure = 'events') as n_months_b,
    max(correlated.n_above_both) filter (where correlated.measure = 'events') as n_months_both,
    max(correlated.n_above_both) filter (where correlated.measure = 'events')
    / nullif(correlated.n_months - correlated.n_silent, 0) as share_both,
    max(correlated.sum_a) filter (where correlated.measure = 'events')::bigint as n_events_a,
    max(correlated.sum_b) filter (where correlated.measure = 'events')::bigint as n_events_b,
    max(correlated.sum_a) filter (where correlated.measure = 'events')
    / nullif(max(correlated.sum_b) filter (where correlated.measure = 'events'), 0) as level_ratio,
    round(
        max(correlated.sum_a) filter (where correlated.measure = 'net')
        / nullif(max(correlated.sum_a) filter (where correlated.measure = 'events'), 0), 6
    ) as goldstein_mean_a,
    round(
        max(correlated.sum_b) filter (where correlated.measure = 'net')
        / nullif(max(correlated.sum_b) filter (where correlated.measure = 'events'), 0), 6
    ) as goldstein_mean_b,
    max(correlated.pearson) filter (where correlated.measure = 'events') as pearson_events,
    max(correlated.spearman) filter (where correlated.measure = 'events') as spearman_events,
    max(correlated.pearson) filter (where correlated.measure = 'net') as pearson_net,
    max(correlated.spearman) filter (where correlated.measure = 'net') as spearman_net
from correlated
group by
    correlated.dataset_a,
    correlated.dataset_b,
    correlated.source_country,
    correlated.target_country,
    correlated.n_months,
    correlated.n_silent;

comment on view dataset_agreement is 'How far two datasets agree on a dyad: one row for each two datasets and directed dyad';
