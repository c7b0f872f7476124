-- The counts of an event of ours are those of its mentions.
with counted as (
    select
        event_mention.event_id,
        count(*) as n_mentions,
        count(distinct event_mention.article_id) as n_articles,
        count(distinct event_mention.story_id) as n_stories,
        count(distinct event_mention.publisher) as n_publishers
    from event_mention
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
        or event.n_articles is distinct from counted.n_articles
        or event.n_stories is distinct from counted.n_stories
        or event.n_publishers is distinct from counted.n_publishers
    )
