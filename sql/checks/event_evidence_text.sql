-- The evidence of an event of ours is that of one of its mentions, and its confidence the highest among them.
-- It tells the code of the event wherever a mention of the event or of its mirror does.
select
    event.event_id,
    event.confidence,
    max(mention.confidence) as highest
from event
inner join event_mention on event.event_id = event_mention.event_id
inner join mention on event_mention.mention_id = mention.mention_id
where event.dataset = 'comity'
group by event.event_id, event.confidence
having
    event.confidence is distinct from max(mention.confidence)
    or not coalesce(bool_or(event_mention.is_representative), false)
    or (
        bool_or(mention.event_code = event.event_code)
        and not bool_or(event_mention.is_representative and mention.event_code = event.event_code)
    )
