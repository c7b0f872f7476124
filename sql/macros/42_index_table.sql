-- Every index of every dyad in every period its dataset covers, for one choice of scores.
-- Grain: one row for each dataset, directed dyad that ever had an event, unit, period, actors, weighting and index.
-- Reads: coverage_period, dyad_part, event, index_formulas, index_value, mention, article, volume_period. scheme_name as that of
-- dyad_part. Each family of indices joins only what it needs, so that asking for one index is fast.
-- Example: select target_country, value from index_table('plover') where index_name = 'goldstein_mean';
create or replace macro index_table(scheme_name) as table
    with known as (
        select
            event.dataset,
            event.source_country,
            event.target_country
        from event
        where event.source_country <> event.target_country
        group by all
    ),

    choice as (
        select
            unnest(['all', 'all', 'official', 'official']) as actors,
            unnest(['event', 'story', 'event', 'story']) as weighting
    ),

    -- One row for each dyad and covered period, its sums 0 where the dyad had no event.
    spine as (
        select
            known.dataset,
            known.source_country,
            known.target_country,
            coverage_period.unit,
            coverage_period.period_start,
            choice.actors,
            choice.weighting,
            coverage_period.n_days,
            coverage_period.n_days_read,
            coverage_period.is_gap,
            coverage_period.n_articles,
            coverage_period.n_events as n_events_all,
            coalesce(part.n_events, 0) as n_events,
            coalesce(part.n_weighted, 0) as n_weighted,
            coalesce(part.n_verbal_conflict, 0) as n_verbal_conflict,
            coalesce(part.n_material_conflict, 0) as n_material_conflict,
            coalesce(part.positive, 0) as positive,
            coalesce(part.negative, 0) as negative,
            coalesce(part.plover, 0) as plover,
            coalesce(part.n_plover, 0) as n_plover
        from known
        inner join coverage_period on known.dataset = coverage_period.dataset
        cross join choice
        left join dyad_part(scheme_name) as part
            on
                known.dataset = part.dataset
                and known.source_country = part.source_country
                and known.target_country = part.target_country
                and coverage_period.unit = part.unit
                and coverage_period.period_start = part.period_start
                and choice.actors = part.actors
                and choice.weighting = part.weighting
    ),

    unit as (
        select unnest(['day', 'week', 'month', 'year']) as unit
    ),

    sent as (
        select
            event.dataset,
            event.source_country,
            unit.unit,
            date_trunc(unit.unit, event.event_date)::date as period_start,
            count(*) as n_events
        from event
        cross join unit
        group by all
    ),

    party as (
        select unnest(['all', 'official']) as actors
    ),

    -- Stories by the day they were published on, as those that were read are counted.
    told as (
        select
            mention.source_country,
            mention.target_country,
            unit.unit,
            date_trunc(unit.unit, article.published_at)::date as period_start,
            party.actors,
            count(distinct article.story_id) as n_stories
        from mention
        inner join article on mention.article_id = article.article_id
        cross join unit
        cross join party
        where
            mention.source_country <> mention.target_country
            and mention.status in ('happened', 'announced')
            and (
                party.actors = 'all'
                or (mention.source_role in ('GOV', 'MIL', 'SPY') and mention.target_role in ('GOV', 'MIL', 'SPY'))
            )
        group by all
    ),

    valued as (
        select
            spine.*,
            formulas.index_name,
            formulas.index_version,
            index_value(
                formulas.index_name, spine.n_events, spine.n_weighted, spine.n_verbal_conflict, spine.n_material_conflict,
                spine.positive, spine.negative, spine.plover, spine.n_plover, null, null, null, null, null, null, null
            ) as value
        from spine
        inner join index_formulas() as formulas on formulas.family = 'dyad'
        union all
        select
            spine.*,
            formulas.index_name,
            formulas.index_version,
            index_value(
                formulas.index_name, spine.n_events, spine.n_weighted, null, null,
                spine.positive, spine.negative, null, null, coalesce(back.n_weighted, 0),
                coalesce(back.positive + back.negative, 0), null, null, null, null, null
            ) as value
        from spine
        inner join index_formulas() as formulas on formulas.family = 'both'
        left join dyad_part(scheme_name) as back
            on
                spine.dataset = back.dataset
                and spine.source_country = back.target_country
                and spine.target_country = back.source_country
                and spine.unit = back.unit
                and spine.period_start = back.period_start
                and spine.actors = back.actors
                and spine.weighting = back.weighting
        union all
        select
            spine.*,
            formulas.index_name,
            formulas.index_version,
            index_value(
                formulas.index_name, spine.n_events, null, null, null, null, null, null, null, null, null,
                spine.n_events_all, sent.n_events, spine.n_articles, null, null
            ) as value
        from spine
        inner join index_formulas() as formulas on formulas.family = 'volume' and formulas.index_name <> 'share_of_stories'
        left join sent
            on
                spine.dataset = sent.dataset
                and spine.source_country = sent.source_country
                and spine.unit = sent.unit
                and spine.period_start = sent.period_start
        union all
        select
            spine.*,
            formulas.index_name,
            formulas.index_version,
            index_value(
                formulas.index_name, null, null, null, null, null, null, null, null, null, null, null, null, null,
                coalesce(told.n_stories, 0), volume_period.n_stories
            ) as value
        from spine
        inner join index_formulas() as formulas on formulas.index_name = 'share_of_stories'
        left join volume_period
            on
                spine.dataset = 'comity'
                and spine.unit = volume_period.unit
                and spine.period_start = volume_period.period_start
        left join told
            on
                spine.dataset = 'comity'
                and spine.source_country = told.source_country
                and spine.target_country = told.target_country
                and spine.unit = told.unit
                and spine.period_start = told.period_start
                and spine.actors = told.actors
    )

    select
        valued.dataset,
        valued.source_country,
        valued.target_country,
        valued.unit,
        valued.period_start,
        valued.actors,
        valued.weighting,
        valued.index_name,
        valued.index_version,
        if(valued.is_gap and valued.n_events = 0, null, valued.value) as value,
        valued.n_events,
        valued.n_days,
        valued.n_days_read,
        valued.is_gap
    from valued;
