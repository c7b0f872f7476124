-- The counts of an event of ours are those of its mentions; a publisher is the voice of a story.
with counted as (
    select
        event_mention.event_id,
        count(*) as n_mentions,
        count(distinct event_member.raw_event_id) as n_raw_events,
        count(distinct event_mention.article_id) as n_articles,
        count(distinct event_mention.story_id) as n_stories,
        count(distinct story.voice) as n_publishers
    from event_mention
    inner join event_member on event_mention.mention_id = event_member.mention_id
    inner join story on event_mention.story_id = story.story_id
    group by event_mention.event_id
)

select
    event.event_id,
    event.n_mentions,
    counted.n_mentions as n_mentions_found
from event
left join counted on event.event_id = counted.event_id
where
    event.dataset = 'comity'
    and exists (select 1 from mention)
    and (
        event.n_mentions is distinct from counted.n_mentions
        or event.n_raw_events is distinct from counted.n_raw_events
        or event.n_articles is distinct from counted.n_articles
        or event.n_stories is distinct from counted.n_stories
        or event.n_publishers is distinct from counted.n_publishers
    )
