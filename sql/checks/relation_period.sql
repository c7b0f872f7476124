-- In every form and unit the periods add up to the events: counts, quad classes and scores.
with held as (
    select
        relation_event.form,
        sum(relation_event.n_mentions) as n_mentions,
        count(*) filter (where relation_event.is_counted) as n_events,
        count(*) filter (where relation_event.is_counted and relation_event.is_official) as n_events_official,
        coalesce(sum(relation_event.goldstein::decimal(9, 2)) filter (where relation_event.is_counted), 0) as goldstein
    from relation_event
    group by relation_event.form
),

summed as (
    select
        relation_period.form,
        relation_period.unit,
        sum(relation_period.n_mentions) as n_mentions,
        sum(relation_period.n_events) as n_events,
        sum(relation_period.n_events_official) as n_events_official,
        sum(relation_period.goldstein_sum::decimal(12, 2)) as goldstein,
        count(*) filter (
            where
            relation_period.dataset = 'comity'
            and relation_period.n_events <> relation_period.n_verbal_cooperation + relation_period.n_material_cooperation
            + relation_period.n_verbal_conflict + relation_period.n_material_conflict
            and (select build.scheme in ('gdelt', 'plover') from build)
        ) as n_astray
    from relation_period
    group by all
)

select
    held.form,
    summed.unit,
    held.n_events,
    summed.n_events as n_events_summed,
    summed.n_astray
from held
left join summed on held.form = summed.form
where
    held.n_mentions is distinct from summed.n_mentions
    or held.n_events is distinct from summed.n_events
    or held.n_events_official is distinct from summed.n_events_official
    or held.goldstein is distinct from summed.goldstein
    or summed.n_astray > 0
