-- A mirror is an event of the same day with the sides swapped and the mirror code, and it points back.
select
    event.event_id,
    event.mirror_event_id
from event
left join event as mirror on event.mirror_event_id = mirror.event_id
left join cameo_code on event.event_code = cameo_code.event_code
where
    event.mirror_event_id is not null
    and not coalesce(
        mirror.mirror_event_id = event.event_id
        and mirror.dataset = event.dataset
        and mirror.event_date = event.event_date
        and mirror.event_code = cameo_code.mirror_code
        and mirror.source_country is not distinct from event.target_country
        and mirror.target_country is not distinct from event.source_country
        and mirror.source_role = event.target_role
        and mirror.target_role = event.source_role,
        false
    )
