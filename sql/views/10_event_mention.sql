-- Which mentions make up each of our own events.
-- Grain: one row for each mention of an event. Reads: article, event, mention.
-- A mention belongs to the event of its day, sides, code and status.
-- Example: select event_id, count(*) as n_mentions from event_mention group by event_id order by n_mentions desc limit 5;
create or replace view event_mention as
select
    event.event_id,
    mention.mention_id,
    mention.article_id,
    mention.story_id,
    article.source as publisher,
    mention.article_id = event.article_id and mention.evidence = event.evidence as is_representative
from event
inner join mention
    on
        event.event_date = mention.event_date
        and event.source_country is not distinct from mention.source_country
        and event.source_role = mention.source_role
        and event.target_country is not distinct from mention.target_country
        and event.target_role = mention.target_role
        and event.event_code = mention.event_code
        and event.status = mention.status
inner join article on mention.article_id = article.article_id
where event.dataset = 'comity';

comment on view event_mention is 'Which mentions make up each of our own events: one row for each mention of an event';
