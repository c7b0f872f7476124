-- The years of dyads' indices add up to the events between two countries, all and official, and to their scores; so do the sums
-- that indices of months are made of.
with held as (
    select
        'all' as actors,
        count(*) as n_events,
        coalesce(sum(relation_event.goldstein::decimal(9, 2)), 0)::double as net_cooperation
    from relation_event
    where relation_event.form = 'dyad'
    union all
    select
        'official' as actors,
        count(*) as n_events,
        coalesce(sum(relation_event.goldstein::decimal(9, 2)), 0)::double as net_cooperation
    from relation_event
    where relation_event.form = 'dyad' and relation_event.is_official
),

summed as (
    select
        'dyad_index' as summed_in,
        'year' as unit,
        dyad_index.actors,
        sum(dyad_index.value) filter (where dyad_index.index_name = 'event_count') as n_events,
        sum(dyad_index.value) filter (where dyad_index.index_name = 'net_cooperation') as net_cooperation
    from dyad_index
    where
        dyad_index.unit = 'year'
        and dyad_index.weighting = 'event'
        and dyad_index.index_name in ('event_count', 'net_cooperation')
    group by all
    union all
    select
        'dyad_part' as summed_in,
        part.unit,
        'all' as actors,
        sum(part.n_events) as n_events,
        sum(part.positive + part.negative)::double as net_cooperation
    from dyad_part('own') as part
    where part.unit = 'month' and part.actors = 'all' and part.weighting = 'event'
    group by all
)

select
    held.actors,
    summed.summed_in,
    summed.unit,
    held.n_events,
    summed.n_events as n_events_summed,
    held.net_cooperation,
    summed.net_cooperation as net_cooperation_summed
from held
left join summed on held.actors = summed.actors
where
    held.n_events <> coalesce(summed.n_events, 0)
    or abs(held.net_cooperation - coalesce(summed.net_cooperation, 0)) > 0.005
