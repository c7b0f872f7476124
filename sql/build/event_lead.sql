-- The raw event that leads each event: what the event takes day, precision, roles and code from.
-- Grain: one row for each event. Reads: act, cameo_code, event_group.
-- An event and its mirror share the leading one of all their raw events, each seen from its own side: the finest date, a stated
-- before a defaulted one, the most exact code, the surest, the first told. A raw event and its own mirror tie, so what settles
-- ties is the same for both events.
with told as (
    select
        act.raw_event_id,
        any_value(act.event_date) as event_date,
        any_value(act.source_role) as source_role,
        any_value(act.target_role) as target_role,
        any_value(act.event_code) as event_code,
        min(act.precision_rank) as precision_rank,
        bool_or(act.is_stated) as is_stated,
        max(act.confidence) as confidence,
        min(act.published_at) as published_at
    from act
    group by act.raw_event_id
),

-- each raw event as its own event has it, and as the mirror of that event has it
seen as (
    select
        event_group.event_id,
        told.* exclude (event_code, source_role, target_role),
        told.source_role,
        told.target_role,
        told.event_code,
        cameo_code.mirror_code
    from event_group
    inner join told on event_group.raw_event_id = told.raw_event_id
    left join cameo_code on told.event_code = cameo_code.event_code
    where event_group.mirror_event_id is null or cameo_code.mirror_code is not null
    union all
    select
        event_group.mirror_event_id as event_id,
        told.* exclude (event_code, source_role, target_role),
        told.target_role as source_role,
        told.source_role as target_role,
        cameo_code.mirror_code as event_code,
        told.event_code as mirror_code
    from event_group
    inner join told on event_group.raw_event_id = told.raw_event_id
    inner join cameo_code on told.event_code = cameo_code.event_code
    where event_group.mirror_event_id is not null and cameo_code.mirror_code is not null
)

select
    seen.event_id,
    seen.event_date,
    seen.precision_rank,
    seen.source_role,
    seen.target_role,
    seen.event_code
from seen
qualify row_number() over (
    partition by seen.event_id
    order by
        seen.precision_rank asc,
        seen.is_stated desc,
        if(seen.event_code = left(seen.event_code, 2) || '0', 1, length(seen.event_code)) desc,
        seen.confidence desc,
        seen.published_at asc,
        seen.event_date asc,
        least(seen.event_code, coalesce(seen.mirror_code, seen.event_code)) asc,
        seen.raw_event_id asc
) = 1
