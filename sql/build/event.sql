-- Mentions -> events: one for each day, source, target, code and status, however often it was told.
-- Grain: one row for each event. Reads: article, cameo_code, mention, score; variables dataset and precisions (finest first).
-- Only acts that happened or were announced make events. An event has the finest date precision and the highest confidence of its
-- mentions; its evidence is the surest mention, of these the one published first, of these the one with the lowest id.
-- event_id hashes the key as etl.records.short_hash does. The mirror is the event with the sides swapped and the mirror code.
with act as (
    select
        mention.event_date,
        coalesce(mention.source_country, '') as source_country,
        mention.source_role,
        coalesce(mention.target_country, '') as target_country,
        mention.target_role,
        mention.event_code,
        mention.status,
        mention.mention_id,
        mention.confidence,
        list_position(getvariable('precisions'), mention.date_precision) as precision_rank,
        article.article_id,
        article.story_id,
        article.source as publisher,
        article.published_at
    from mention
    inner join article on mention.article_id = article.article_id
    where mention.status in ('happened', 'announced')
),

told as (
    select
        act.* exclude (mention_id, confidence, precision_rank),
        count(*) as n_mentions,
        max(act.confidence) as confidence,
        min(act.precision_rank) as precision_rank,
        arg_min(act.mention_id, row(-act.confidence, act.mention_id)) as mention_id
    from act
    group by all
),

clustered as (
    select
        told.event_date,
        told.source_country,
        told.source_role,
        told.target_country,
        told.target_role,
        told.event_code,
        told.status,
        sum(told.n_mentions)::bigint as n_mentions,
        count(*) as n_articles,
        count(distinct told.story_id) as n_stories,
        count(distinct told.publisher) as n_publishers,
        min(told.published_at) as first_published,
        max(told.published_at) as last_published,
        max(told.confidence) as confidence,
        min(told.precision_rank) as precision_rank,
        arg_min(told.mention_id, row(-told.confidence, told.published_at, told.mention_id)) as mention_id
    from told
    group by all
),

identified as (
    select
        clustered.*,
        left(sha256(concat_ws(
            chr(31), getvariable('dataset'), clustered.event_date, clustered.source_country, clustered.source_role,
            clustered.target_country, clustered.target_role, clustered.event_code, clustered.status
        )), 16) as event_id,
        left(sha256(concat_ws(
            chr(31), getvariable('dataset'), clustered.event_date, clustered.target_country, clustered.target_role,
            clustered.source_country, clustered.source_role, cameo_code.mirror_code, clustered.status
        )), 16) as mirror_event_id,
        cameo_code.mirror_code is not null as has_mirror,
        cameo_code.plover
    from clustered
    left join cameo_code on clustered.event_code = cameo_code.event_code
)

select
    identified.event_id,
    getvariable('dataset') as dataset,
    identified.event_date,
    getvariable('precisions')[identified.precision_rank] as date_precision,
    nullif(identified.source_country, '') as source_country,
    identified.source_role,
    nullif(identified.target_country, '') as target_country,
    identified.target_role,
    identified.event_code,
    left(identified.event_code, 3) as event_base_code,
    left(identified.event_code, 2) as event_root_code,
    score.quad_class,
    identified.plover,
    score.goldstein,
    identified.status,
    identified.n_mentions,
    identified.n_articles,
    identified.n_stories,
    identified.n_publishers,
    identified.first_published,
    identified.last_published,
    identified.confidence,
    mirror.event_id as mirror_event_id,
    mention.evidence,
    mention.article_id,
    article.url
from identified
left join score on identified.event_code = score.event_code
left join identified as mirror
    on
        identified.has_mirror
        and identified.mirror_event_id = mirror.event_id
        and identified.event_id <> mirror.event_id
inner join mention on identified.mention_id = mention.mention_id
inner join article on mention.article_id = article.article_id
