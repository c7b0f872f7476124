-- Both directions of a dyad side by side in one index, and how they move together: the correlation over the trailing 12 periods.
-- Grain: one row for each period of the unit from since to until (open where null). Reads: index_series. correlation is
-- Pearson's, of A to B with B to A in the same period; correlation_next is that of A to B with what B does in the next period,
-- the answer. Empty where fewer than 6 of the 12 pairs have both values, or one side never changes. goldstein_freeman1990 test
-- reciprocity on such series by regression; a correlation is its plainest sign and no proof of who answers whom.
-- Example: select period_start, value_there, value_back, correlation from reciprocity_series('KOR', 'CHN');
create or replace macro reciprocity_series(
    source_iso3,
    target_iso3,
    index_named := 'net_cooperation',
    by_unit := 'month',
    since := null::date,
    until := null::date,
    in_dataset := 'comity',
    scores := 'own',
    between_actors := 'all',
    weighed_by := 'event'
) as table
    with paired as (
        select
            there.period_start,
            there.value as value_there,
            back.value as value_back,
            there.is_gap
        from
            index_series(
                source_iso3, target_iso3, index_named, by_unit, null, null, in_dataset, scores, between_actors, weighed_by
            ) as there
        inner join index_series(
            target_iso3, source_iso3, index_named, by_unit, null, null, in_dataset, scores, between_actors, weighed_by
        ) as back on there.period_start = back.period_start
    ),

    led as (
        select
            paired.*,
            lag(paired.value_there) over (order by paired.period_start) as value_before
        from paired
    ),

    correlated as (
        select
            led.*,
            regr_count(led.value_there, led.value_back) over trail as n_both,
            corr(led.value_there, led.value_back) over trail as correlation,
            regr_count(led.value_before, led.value_back) over trail as n_next,
            corr(led.value_before, led.value_back) over trail as correlation_next
        from led
        window trail as (order by led.period_start rows between 11 preceding and current row)
    )

    select
        correlated.period_start,
        correlated.value_there,
        correlated.value_back,
        correlated.is_gap,
        if(correlated.n_both >= 6 and isfinite(correlated.correlation), correlated.correlation, null) as correlation,
        if(
            correlated.n_next >= 6 and isfinite(correlated.correlation_next), correlated.correlation_next, null
        ) as correlation_next
    from correlated
    where
        correlated.period_start >= coalesce(date_trunc(by_unit, since::date)::date, correlated.period_start)
        and correlated.period_start <= coalesce(until::date, correlated.period_start)
    order by correlated.period_start;
