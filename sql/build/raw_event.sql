-- Raw events, with what each is in the article that told it first: later articles cannot change with what it is grouped.
-- Grain: one row for each raw event. Reads: act, cameo_code, mention; variable precisions.
-- Sides are a country, or a body by its code; direction 1 says that they stand against the alphabet. A mutual act has one
-- place in the order for both directions: of a code and its mirror the lower one counts.
with first_told as (
    select
        act.raw_event_id,
        min(row(act.published_at, act.article_id)) as first_article
    from act
    group by act.raw_event_id
),

told as (
    select
        act.raw_event_id,
        any_value(act.event_date) as event_date,
        coalesce(any_value(act.source_country), any_value(act.source_role)) as source,
        any_value(act.source_country) as source_country,
        any_value(act.source_role) as source_role,
        coalesce(any_value(act.target_country), any_value(act.target_role)) as target,
        any_value(act.target_country) as target_country,
        any_value(act.target_role) as target_role,
        any_value(act.event_code) as event_code,
        any_value(act.status) as status,
        min(act.precision_rank) as precision_rank,
        bool_or(act.is_stated) as is_stated,
        any_value(act.published_at) as published_at,
        any_value(act.article_id) as article_id,
        any_value(act.story_id) as story_id,
        min(act.sentence_index) as sentence_index,
        list(mention.evidence order by mention.mention_id asc) as evidence,
        list(mention.source_text || ' ' || mention.target_text order by mention.mention_id asc) as actors
    from act
    inner join first_told
        on act.raw_event_id = first_told.raw_event_id and row(act.published_at, act.article_id) = first_told.first_article
    inner join mention on act.mention_id = mention.mention_id
    group by act.raw_event_id
)

select
    told.raw_event_id,
    told.source_country,
    told.source_role,
    told.target_country,
    told.target_role,
    told.event_code,
    told.event_date,
    getvariable('precisions')[told.precision_rank] as date_precision,
    told.is_stated,
    told.article_id,
    told.story_id,
    told.evidence,
    told.actors,
    row(told.source, told.source_role) > row(told.target, told.target_role) as is_against,
    concat_ws(' ', least(told.source, told.target), greatest(told.source, told.target), told.status) as block
from told
left join cameo_code on told.event_code = cameo_code.event_code
order by
    block asc,
    told.published_at asc,
    told.article_id asc,
    told.sentence_index asc,
    least(told.event_code, coalesce(cameo_code.mirror_code, told.event_code)) asc,
    told.event_date asc,
    least(told.source_role, told.target_role) asc,
    greatest(told.source_role, told.target_role) asc,
    told.raw_event_id asc
