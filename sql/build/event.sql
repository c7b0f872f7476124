-- Raw events grouped into acts -> events: one for each act, however often and in whichever words it was told.
-- Grain: one row for each event. Reads: article, cameo_code, event_count, event_lead, event_place, event_shown, mention, score;
-- variables dataset and precisions (finest first).
-- Day, precision, roles and code are the leading raw event's; confidence is that of the surest mention.
select
    event_count.event_id,
    getvariable('dataset') as dataset,
    event_lead.event_date,
    getvariable('precisions')[event_lead.precision_rank] as date_precision,
    event_count.source_country,
    event_lead.source_role,
    event_count.target_country,
    event_lead.target_role,
    event_lead.event_code,
    left(event_lead.event_code, 3) as event_base_code,
    left(event_lead.event_code, 2) as event_root_code,
    score.quad_class,
    cameo_code.plover,
    score.goldstein,
    event_count.status,
    event_count.n_mentions,
    event_count.n_raw_events,
    event_count.n_articles,
    event_count.n_stories,
    event_count.n_publishers,
    event_count.first_published,
    event_count.last_published,
    event_count.confidence,
    event_place.place_name,
    event_place.place_geonames_id,
    event_place.place_kind,
    event_place.place_precision,
    event_place.place_country,
    event_place.latitude,
    event_place.longitude,
    event_count.mirror_event_id,
    mention.evidence,
    mention.article_id,
    article.url
from event_count
inner join event_lead on event_count.event_id = event_lead.event_id
left join score on event_lead.event_code = score.event_code
left join cameo_code on event_lead.event_code = cameo_code.event_code
left join event_place on event_count.event_id = event_place.event_id
inner join event_shown on event_count.event_id = event_shown.event_id
inner join mention on event_shown.mention_id = mention.mention_id
inner join article on mention.article_id = article.article_id
