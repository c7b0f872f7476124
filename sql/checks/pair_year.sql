-- The years of pairs add up to relation_event: mentions, events, official events and scores.
with held as (
    select
        coalesce(sum(relation_event.n_mentions), 0) as n_mentions,
        count(*) filter (where relation_event.is_counted) as n_events,
        count(*) filter (where relation_event.is_counted and relation_event.is_official) as n_events_official,
        coalesce(sum(relation_event.goldstein::decimal(9, 2)) filter (where relation_event.is_counted), 0) as goldstein
    from relation_event
    where relation_event.form = 'pair'
),

summed as (
    select
        coalesce(sum(pair_year.n_mentions), 0) as n_mentions,
        coalesce(sum(pair_year.n_events), 0) as n_events,
        coalesce(sum(pair_year.n_events_official), 0) as n_events_official,
        coalesce(sum(pair_year.goldstein_sum::decimal(12, 2)), 0) as goldstein
    from pair_year
)

select
    held.*,
    summed.n_mentions as n_mentions_summed,
    summed.n_events as n_events_summed,
    summed.n_events_official as n_events_official_summed,
    summed.goldstein as goldstein_summed
from held
cross join summed
where
    held.n_mentions <> summed.n_mentions
    or held.n_events <> summed.n_events
    or held.n_events_official <> summed.n_events_official
    or held.goldstein <> summed.goldstein
