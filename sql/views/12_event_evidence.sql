-- Every event with its sentences and links.
-- Grain: one row for each mention of an event; one for an event without mentions of ours.
-- Reads: article, cameo_code, event, event_mention, mention.
-- Example: select publisher, evidence, url from event_evidence where source_country = 'CHN' and target_country = 'KOR';
create or replace view event_evidence as
select
    event.event_id,
    event.dataset,
    event.event_date,
    event.source_country,
    event.source_role,
    event.target_country,
    event.target_role,
    event.event_code,
    cameo_code.name as event_name,
    event.status,
    event_mention.mention_id,
    coalesce(event_mention.is_representative, true) as is_representative,
    mention.sentence_index,
    coalesce(mention.evidence, event.evidence) as evidence,
    mention.source_text,
    mention.trigger_text,
    mention.target_text,
    mention.date_text,
    mention.rule_id,
    coalesce(mention.confidence, event.confidence) as confidence,
    coalesce(mention.article_id, event.article_id) as article_id,
    article.source as publisher,
    coalesce(article.published_at, event.first_published) as published_at,
    article.title,
    coalesce(article.url, event.url) as url
from event
left join event_mention on event.event_id = event_mention.event_id
left join mention on event_mention.mention_id = mention.mention_id
left join article on event_mention.article_id = article.article_id
left join cameo_code on event.event_code = cameo_code.event_code;

comment on view event_evidence is 'Every event with its sentences and links: one row for each mention of an event';
