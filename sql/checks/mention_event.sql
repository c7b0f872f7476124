-- Every mention of an act that happened or was announced belongs to exactly one event.
select
    mention.mention_id,
    mention.status,
    count(event_mention.event_id) as n_events
from mention
left join event_mention on mention.mention_id = event_mention.mention_id
group by mention.mention_id, mention.status
having count(event_mention.event_id) <> (mention.status in ('happened', 'announced'))::integer
