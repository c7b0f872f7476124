-- Mentions of acts that happened or were announced, each with the raw event it belongs to.
-- Grain: one row for each such mention. Reads: article, mention, story; variables dataset and precisions (finest first).
-- A raw event is what agrees in day, sides with roles, code and status; its id hashes these as etl.records.short_hash does.
select
    mention.mention_id,
    left(sha256(concat_ws(
        chr(31), getvariable('dataset'), mention.event_date, coalesce(mention.source_country, ''), mention.source_role,
        coalesce(mention.target_country, ''), mention.target_role, mention.event_code, mention.status
    )), 16) as raw_event_id,
    mention.event_date,
    mention.source_country,
    mention.source_role,
    mention.target_country,
    mention.target_role,
    mention.event_code,
    mention.status,
    list_position(getvariable('precisions'), mention.date_precision) as precision_rank,
    mention.date_basis <> 'published' as is_stated,
    mention.sentence_index,
    mention.confidence,
    article.article_id,
    article.story_id,
    story.voice,
    article.published_at
from mention
inner join article on mention.article_id = article.article_id
inner join story on article.story_id = story.story_id
where mention.status in ('happened', 'announced')
