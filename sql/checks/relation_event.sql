-- Each event between two countries stands in both forms, and a pair counts one of two that mirror one another.
with bilateral as (
    select
        count(*) as n_events,
        count(event.mirror_event_id) as n_mirrored,
        coalesce(sum(event.n_mentions), 0) as n_mentions
    from event
    where event.source_country <> event.target_country
),

formed as (
    select
        count(*) filter (where relation_event.form = 'dyad') as n_dyad,
        count(*) filter (where relation_event.form = 'pair') as n_pair,
        count(*) filter (where relation_event.form = 'pair' and relation_event.is_counted) as n_pair_counted,
        coalesce(sum(relation_event.n_mentions), 0) as n_mentions
    from relation_event
)

select
    bilateral.*,
    formed.*
from bilateral
cross join formed
where
    bilateral.n_events <> formed.n_dyad
    or bilateral.n_events <> formed.n_pair
    or bilateral.n_events - bilateral.n_mirrored / 2 <> formed.n_pair_counted
    or 2 * bilateral.n_mentions <> formed.n_mentions
