-- What indices are made of: sums of every dyad in days, weeks, months and years, for every choice of actors and weighting.
-- Grain: one row for each dataset, source, target, unit, period, actors and weighting with an event. Reads: dyad_act.
-- scheme_name as that of dyad_act. actors: all, or official acts only. weighting: event (each counts once) or story (each counts
-- once for every story that tells it). Scores are summed as decimals, so that sums do not hang on the order of rows.
-- Example: select period_start, positive, negative from dyad_part('own') where unit = 'month' and actors = 'all';
create or replace macro dyad_part(scheme_name) as table
    with unit as (
        select unnest(['day', 'week', 'month', 'year']) as unit
    ),

    choice as (
        select
            unnest(['all', 'all', 'official', 'official']) as actors,
            unnest(['event', 'story', 'event', 'story']) as weighting
    ),

    act as (
        select
            acts.*,
            unit.unit,
            choice.actors,
            choice.weighting,
            if(choice.weighting = 'story', acts.n_stories, 1) as weight
        from dyad_act(scheme_name) as acts
        cross join unit
        cross join choice
        where choice.actors = 'all' or acts.is_official
    )

    select
        act.dataset,
        act.source_country,
        act.target_country,
        act.unit,
        date_trunc(act.unit, act.event_date)::date as period_start,
        act.actors,
        act.weighting,
        count(*) as n_events,
        sum(act.weight)::bigint as n_weighted,
        coalesce(sum(act.weight) filter (where act.quad_class = 3), 0)::bigint as n_verbal_conflict,
        coalesce(sum(act.weight) filter (where act.quad_class = 4), 0)::bigint as n_material_conflict,
        coalesce(sum(act.weight * greatest(act.score, 0)), 0)::decimal(18, 2) as positive,
        coalesce(sum(act.weight * least(act.score, 0)), 0)::decimal(18, 2) as negative,
        coalesce(sum(act.weight * act.plover_score), 0)::decimal(18, 2) as plover,
        coalesce(sum(act.weight) filter (where act.plover_score is not null), 0)::bigint as n_plover
    from act
    group by all;
