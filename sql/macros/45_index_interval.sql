-- Bootstrap intervals of one dyad's index: how far the value hangs on which stories happened to be read.
-- Grain: one row for each period of the unit with an event. Reads: dyad_act, event_mention, index_formulas, index_value. Stories
-- and not events are drawn, since events of one story stand or fall together. In each replicate a story is drawn a number of
-- times that has a Poisson distribution of mean 1 (efron1979; chamandy2012), and an event counts by the mean of the draws of the
-- stories that tell it. The draw is a hash of story and replicate, so the same events give the same interval on any machine. An
-- imported event has the story of its article_id, else one of its own. low and high are the quantiles of the replicates' values.
-- Indices of family volume have none.
-- Example: select period_start, value, low, high from index_interval('KOR', 'CHN', 'net_cooperation', replicates := 200);
create or replace macro index_interval(
    source_iso3,
    target_iso3,
    index_named,
    by_unit := 'month',
    since := null::date,
    until := null::date,
    in_dataset := 'comity',
    scores := 'own',
    between_actors := 'all',
    weighed_by := 'event',
    replicates := 500,
    coverage := 0.95
) as table
    with act as (
        select
            acts.*,
            if(weighed_by = 'story', acts.n_stories, 1) as weight,
            date_trunc(by_unit, acts.event_date)::date as period_start,
            acts.source_country = target_iso3 as is_back
        from dyad_act(scores) as acts
        where
            acts.dataset = in_dataset
            and (between_actors = 'all' or acts.is_official)
            and (
                (acts.source_country = source_iso3 and acts.target_country = target_iso3)
                or (
                    index_named in ('sent_share', 'reciprocity')
                    and acts.source_country = target_iso3
                    and acts.target_country = source_iso3
                )
            )
            and acts.event_date >= coalesce(date_trunc(by_unit, since::date)::date, acts.event_date)
            and acts.event_date <= coalesce(until::date, acts.event_date)
    ),

    told as (
        select distinct
            event_mention.event_id,
            event_mention.story_id
        from event_mention
        where in_dataset = 'comity'
    ),

    -- An event told by three stories hangs by a third on each.
    shared as (
        select
            act.*,
            coalesce(told.story_id, act.article_id, act.event_id) as story_id,
            1 / count(*) over (partition by act.event_id) as part
        from act
        left join told on act.event_id = told.event_id
    ),

    story as (
        select
            shared.period_start,
            shared.story_id,
            sum(shared.part) filter (where not shared.is_back) as n_events,
            sum(shared.part * shared.weight) filter (where not shared.is_back) as n_weighted,
            sum(shared.part * shared.weight) filter (where not shared.is_back and shared.quad_class = 3) as n_verbal_conflict,
            sum(shared.part * shared.weight) filter (where not shared.is_back and shared.quad_class = 4) as n_material_conflict,
            sum(shared.part * shared.weight * greatest(shared.score, 0)) filter (where not shared.is_back) as positive,
            sum(shared.part * shared.weight * least(shared.score, 0)) filter (where not shared.is_back) as negative,
            sum(shared.part * shared.weight * shared.plover_score) filter (where not shared.is_back) as plover,
            sum(shared.part * shared.weight)
            filter (where not shared.is_back and shared.plover_score is not null) as n_plover,
            sum(shared.part * shared.weight) filter (where shared.is_back) as n_weighted_back,
            sum(shared.part * shared.weight * shared.score) filter (where shared.is_back) as net_back
        from shared
        group by all
    ),

    -- Replicate 0 is what was read, every story once.
    replicate as (
        select unnest(range(replicates + 1)) as replicate
    ),

    drawn as (
        select
            story.*,
            replicate.replicate,
            (md5_number_upper(story.story_id || ':' || replicate.replicate) >> 12)::double / 4503599627370496 as chance
        from story
        cross join replicate
    ),

    -- The inverse of the Poisson distribution of mean 1; more than seven draws come once in ten million.
    weighed as (
        select
            drawn.*,
            case
                when drawn.replicate = 0 then 1
                when drawn.chance < 0.36787944117144233 then 0
                when drawn.chance < 0.73575888234288467 then 1
                when drawn.chance < 0.91969860292860584 then 2
                when drawn.chance < 0.98101184312384626 then 3
                when drawn.chance < 0.99634015317265636 then 4
                when drawn.chance < 0.99940581518241833 then 5
                when drawn.chance < 0.99991675885071198 then 6
                else 7
            end as n_draws
        from drawn
    ),

    summed as (
        select
            weighed.period_start,
            weighed.replicate,
            count(*) as n_stories,
            coalesce(sum(weighed.n_draws * weighed.n_events), 0) as n_events,
            coalesce(sum(weighed.n_draws * weighed.n_weighted), 0) as n_weighted,
            coalesce(sum(weighed.n_draws * weighed.n_verbal_conflict), 0) as n_verbal_conflict,
            coalesce(sum(weighed.n_draws * weighed.n_material_conflict), 0) as n_material_conflict,
            coalesce(sum(weighed.n_draws * weighed.positive), 0) as positive,
            coalesce(sum(weighed.n_draws * weighed.negative), 0) as negative,
            coalesce(sum(weighed.n_draws * weighed.plover), 0) as plover,
            coalesce(sum(weighed.n_draws * weighed.n_plover), 0) as n_plover,
            coalesce(sum(weighed.n_draws * weighed.n_weighted_back), 0) as n_weighted_back,
            coalesce(sum(weighed.n_draws * weighed.net_back), 0) as net_back
        from weighed
        group by all
    ),

    valued as (
        select
            summed.period_start,
            summed.replicate,
            summed.n_stories,
            summed.n_events,
            index_value(
                index_named, summed.n_events, summed.n_weighted, summed.n_verbal_conflict, summed.n_material_conflict,
                summed.positive, summed.negative, summed.plover, summed.n_plover, summed.n_weighted_back, summed.net_back,
                null, null, null, null, null
            ) as value
        from summed
        inner join index_formulas() as formulas on formulas.index_name = index_named and formulas.family in ('dyad', 'both')
    )

    select
        valued.period_start,
        round(max(valued.value) filter (where valued.replicate = 0), 6) as value,
        round(quantile_cont(valued.value, (1 - coverage) / 2) filter (where valued.replicate > 0), 6) as low,
        round(quantile_cont(valued.value, (1 + coverage) / 2) filter (where valued.replicate > 0), 6) as high,
        round(max(valued.n_events) filter (where valued.replicate = 0))::bigint as n_events,
        max(valued.n_stories) as n_stories,
        replicates as n_replicates
    from valued
    group by valued.period_start
    order by valued.period_start;
