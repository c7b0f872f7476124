-- What each event counts: mentions, raw events, articles, stories, publishers (voices of stories), moments of publication.
-- Grain: one row for each event. Reads: act, event_group.
select
    event_group.event_id,
    any_value(event_group.mirror_event_id) as mirror_event_id,
    any_value(act.source_country) as source_country,
    any_value(act.target_country) as target_country,
    any_value(act.status) as status,
    count(*) as n_mentions,
    count(distinct act.raw_event_id) as n_raw_events,
    count(distinct act.article_id) as n_articles,
    count(distinct act.story_id) as n_stories,
    count(distinct act.voice) as n_publishers,
    min(act.published_at) as first_published,
    max(act.published_at) as last_published,
    max(act.confidence) as confidence
from act
inner join event_group on act.raw_event_id = event_group.raw_event_id
group by event_group.event_id
