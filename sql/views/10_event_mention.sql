-- Which mentions make up each of our own events.
-- Grain: one row for each mention of an event. Reads: article, event, event_member, mention.
-- Mentions of one event agree in countries and status; day, roles and code may differ, for it is the act that is one.
-- Example: select event_id, count(*) as n_mentions from event_mention group by event_id order by n_mentions desc limit 5;
create or replace view event_mention as
select
    event_member.event_id,
    event_member.mention_id,
    mention.article_id,
    mention.story_id,
    article.source as publisher,
    mention.article_id = event.article_id and mention.evidence = event.evidence as is_representative
from event_member
inner join event on event_member.event_id = event.event_id
inner join mention on event_member.mention_id = mention.mention_id
inner join article on mention.article_id = article.article_id
where event.dataset = 'comity';

comment on view event_mention is 'Which mentions make up each of our own events: one row for each mention of an event';
