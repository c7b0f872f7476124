-- Which event a mention belongs to, and which raw event within it.
-- Grain: one row for each mention of an act that happened or was announced. Reads: act, event_group.
select
    act.mention_id,
    event_group.event_id,
    act.raw_event_id
from act
inner join event_group on act.raw_event_id = event_group.raw_event_id
