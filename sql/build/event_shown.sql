-- The mention that each event shows: the surest of its leading raw event, of these the one published first.
-- Grain: one row for each event. Reads: act, event_group, event_lead.
select
    event_group.event_id,
    arg_min(
        act.mention_id,
        row(
            act.event_code <> event_lead.event_code,
            act.event_date <> event_lead.event_date,
            act.source_role <> event_lead.source_role or act.target_role <> event_lead.target_role,
            -act.confidence,
            act.published_at,
            act.mention_id
        )
    ) as mention_id
from act
inner join event_group on act.raw_event_id = event_group.raw_event_id
inner join event_lead on event_group.event_id = event_lead.event_id
group by event_group.event_id
