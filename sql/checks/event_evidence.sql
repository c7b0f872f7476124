-- An event has as many rows of evidence as mentions of ours, at least one, and its own evidence among them.
with counted as (
    select
        event_mention.event_id,
        count(*) as n_mentions
    from event_mention
    group by event_mention.event_id
)

select
    event.event_id,
    count(event_evidence.event_id) as n_rows,
    coalesce(any_value(counted.n_mentions), 1) as n_rows_wanted
from event
left join counted on event.event_id = counted.event_id
left join event_evidence on event.event_id = event_evidence.event_id
group by event.event_id
having
    count(event_evidence.event_id) <> coalesce(any_value(counted.n_mentions), 1)
    or not coalesce(bool_or(event_evidence.is_representative), false)
