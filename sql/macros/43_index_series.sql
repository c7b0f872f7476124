-- One dyad's series of one index: every period covered, zeros told apart from gaps, with trailing means and the excess.
-- Grain: one row for each period of the unit from since to until (open where null).
-- Reads: article, coverage_period, dyad_part, event, index_formulas, index_value, mention, volume_period. value is empty where no
-- day was read (is_gap) and where an index says nothing without events, such as a mean. mean_7_days, mean_30_days and
-- mean_90_days (unit day only) are the index over the days up to this one: a sum is divided by the days read, a mean or share is
-- taken over the events of all these days, so that a busy day weighs more than a quiet one. excess is the value less the mean of
-- the trailing baseline, in standard deviations of it: for days the 90 that ended a week before, for weeks the 26 before, for
-- months the 12 before, for years the 10 before (worldmonitor scores countries against a trailing baseline). Empty where fewer
-- than 8 periods of the baseline have a value, or all have the same.
-- Example: select period_start, value from index_series('KOR', 'CHN', 'net_cooperation', 'month', date '2025-11-01');
create or replace macro index_series(
    source_iso3,
    target_iso3,
    index_named,
    by_unit := 'month',
    since := null::date,
    until := null::date,
    in_dataset := 'comity',
    scores := 'own',
    between_actors := 'all',
    weighed_by := 'event'
) as table
    with formula as (
        select
            formulas.index_name,
            formulas.index_version,
            formulas.is_sum
        from index_formulas() as formulas
        where formulas.index_name = index_named
    ),

    there as (
        select part.*
        from dyad_part(scores) as part
        where
            part.dataset = in_dataset
            and part.source_country = source_iso3
            and part.target_country = target_iso3
            and part.unit = by_unit
            and part.actors = between_actors
            and part.weighting = weighed_by
    ),

    -- What only some indices need is read for these alone: the condition on the name is settled before anything is read.
    back as (
        select part.*
        from dyad_part(scores) as part
        where
            index_named in ('sent_share', 'reciprocity')
            and part.dataset = in_dataset
            and part.source_country = target_iso3
            and part.target_country = source_iso3
            and part.unit = by_unit
            and part.actors = between_actors
            and part.weighting = weighed_by
    ),

    sent as (
        select
            date_trunc(by_unit, event.event_date)::date as period_start,
            count(*) as n_events
        from event
        where index_named = 'share_of_source_events' and event.dataset = in_dataset and event.source_country = source_iso3
        group by all
    ),

    -- Stories by the day they were published on, as those that were read are counted.
    told as (
        select
            date_trunc(by_unit, article.published_at)::date as period_start,
            count(distinct article.story_id) as n_stories
        from mention
        inner join article on mention.article_id = article.article_id
        where
            index_named = 'share_of_stories'
            and in_dataset = 'comity'
            and mention.source_country = source_iso3
            and mention.target_country = target_iso3
            and mention.status in ('happened', 'announced')
            and (
                between_actors = 'all'
                or (mention.source_role in ('GOV', 'MIL', 'SPY') and mention.target_role in ('GOV', 'MIL', 'SPY'))
            )
        group by all
    ),

    stories_read as (
        select
            volume_period.period_start,
            volume_period.n_stories
        from volume_period
        where index_named = 'share_of_stories' and in_dataset = 'comity' and volume_period.unit = by_unit
    ),

    filled as (
        select
            coverage_period.period_start,
            coverage_period.n_days,
            coverage_period.n_days_read,
            coverage_period.is_gap,
            coverage_period.n_articles,
            coverage_period.n_events as n_events_all,
            coalesce(there.n_events, 0) as n_events,
            coalesce(there.n_weighted, 0) as n_weighted,
            coalesce(there.n_verbal_conflict, 0) as n_verbal_conflict,
            coalesce(there.n_material_conflict, 0) as n_material_conflict,
            coalesce(there.positive, 0) as positive,
            coalesce(there.negative, 0) as negative,
            coalesce(there.plover, 0) as plover,
            coalesce(there.n_plover, 0) as n_plover,
            coalesce(back.n_weighted, 0) as n_weighted_back,
            coalesce(back.positive + back.negative, 0) as net_back,
            coalesce(sent.n_events, 0) as n_events_source,
            coalesce(told.n_stories, 0) as n_stories,
            stories_read.n_stories as n_stories_read
        from coverage_period
        left join there on coverage_period.period_start = there.period_start
        left join back on coverage_period.period_start = back.period_start
        left join sent on coverage_period.period_start = sent.period_start
        left join told on coverage_period.period_start = told.period_start
        left join stories_read on coverage_period.period_start = stories_read.period_start
        where coverage_period.dataset = in_dataset and coverage_period.unit = by_unit
    ),

    length as (
        select unnest([1, 7, 30, 90]) as length
    ),

    -- Sums over the period alone (length 1) and over the days up to it. The linter knows no frame of a computed length.
    summed as (
        select
            filled.period_start,
            length.length,
            sum(filled.n_days_read) over trail as n_days_read,
            sum(filled.n_events) over trail as n_events,
            sum(filled.n_weighted) over trail as n_weighted,
            sum(filled.n_verbal_conflict) over trail as n_verbal_conflict,
            sum(filled.n_material_conflict) over trail as n_material_conflict,
            sum(filled.positive) over trail as positive,
            sum(filled.negative) over trail as negative,
            sum(filled.plover) over trail as plover,
            sum(filled.n_plover) over trail as n_plover,
            sum(filled.n_weighted_back) over trail as n_weighted_back,
            sum(filled.net_back) over trail as net_back,
            sum(filled.n_events_all) over trail as n_events_all,
            sum(filled.n_events_source) over trail as n_events_source,
            sum(filled.n_articles) over trail as n_articles,
            sum(filled.n_stories) over trail as n_stories,
            sum(filled.n_stories_read) over trail as n_stories_read
        from filled
        cross join length
        where length.length = 1 or by_unit = 'day'
        window trail as (
            partition by length.length
            order by filled.period_start
            range between to_days((length.length - 1)::integer) preceding and current row -- noqa: PRS
        )
    ),

    valued as (
        select
            summed.period_start,
            summed.length,
            formula.index_name,
            formula.index_version,
            index_value(
                index_named, summed.n_events, summed.n_weighted, summed.n_verbal_conflict, summed.n_material_conflict,
                summed.positive, summed.negative, summed.plover, summed.n_plover, summed.n_weighted_back,
                summed.net_back, summed.n_events_all, summed.n_events_source, summed.n_articles, summed.n_stories,
                summed.n_stories_read
            ) / if(formula.is_sum and summed.length > 1, nullif(summed.n_days_read, 0), 1) as value
        from summed
        cross join formula
    ),

    -- The four lengths of a period side by side.
    spread as (
        select
            valued.period_start,
            valued.index_name,
            valued.index_version,
            max(valued.value) filter (where valued.length = 1) as value,
            max(valued.value) filter (where valued.length = 7) as mean_7_days,
            max(valued.value) filter (where valued.length = 30) as mean_30_days,
            max(valued.value) filter (where valued.length = 90) as mean_90_days
        from valued
        group by all
    ),

    known as (
        select
            spread.* replace (if(filled.is_gap and filled.n_events = 0, null, spread.value) as value),
            filled.n_events,
            filled.n_days,
            filled.n_days_read,
            filled.is_gap
        from spread
        inner join filled on spread.period_start = filled.period_start
    ),

    compared as (
        select
            known.*,
            count(known.value) over baseline as n_baseline,
            avg(known.value) over baseline as baseline_mean,
            stddev_samp(known.value) over baseline as baseline_deviation
        from known
        window baseline as (
            order by known.period_start
            range between -- noqa: PRS
            case by_unit when 'day' then interval 96 day when 'week' then interval 182 day when 'month' then interval 12 month
                else interval 10 year end preceding
            and case by_unit when 'day' then interval 7 day when 'week' then interval 7 day when 'month' then interval 1 month
                else interval 1 year end preceding
        )
    )

    select
        in_dataset as dataset,
        source_iso3 as source_country,
        target_iso3 as target_country,
        by_unit as unit,
        compared.period_start,
        compared.index_name,
        compared.index_version,
        compared.value,
        compared.n_events,
        compared.n_days,
        compared.n_days_read,
        compared.is_gap,
        compared.mean_7_days,
        compared.mean_30_days,
        compared.mean_90_days,
        if(compared.n_baseline >= 8, compared.baseline_mean, null) as baseline_mean,
        if(
            compared.n_baseline >= 8, (compared.value - compared.baseline_mean) / nullif(compared.baseline_deviation, 0), null
        ) as excess
    from compared
    where
        compared.period_start >= coalesce(date_trunc(by_unit, since::date)::date, compared.period_start)
        and compared.period_start <= coalesce(until::date, compared.period_start)
    order by compared.period_start;
