-- A raw event is part of one event, an event bears the id of one of its raw events, and its mentions agree in countries and
-- status.
select
    event_member.raw_event_id,
    min(event_member.event_id) as event_id,
    count(distinct event_member.event_id) as n_events
from event_member
left join event on event_member.event_id = event.event_id
left join mention on event_member.mention_id = mention.mention_id
left join event_member as founding on event_member.event_id = founding.raw_event_id
group by event_member.raw_event_id
having
    count(distinct event_member.event_id) > 1
    or not coalesce(
        bool_and(
            event.dataset = 'comity'
            and event.source_country is not distinct from mention.source_country
            and event.target_country is not distinct from mention.target_country
            and event.status = mention.status
            and event_member.event_id = founding.event_id
        ),
        false
    )
