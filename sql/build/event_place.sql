-- Where each event happened: as the mention that the event shows says, else as the surest one that says so.
-- Grain: one row for each event of which a mention names a place. Reads: act, event_group, event_shown, mention.
select
    event_group.event_id,
    mention.place_name,
    mention.place_geonames_id,
    mention.place_kind,
    mention.place_precision,
    mention.place_country,
    mention.latitude,
    mention.longitude
from act
inner join event_group on act.raw_event_id = event_group.raw_event_id
inner join event_shown on event_group.event_id = event_shown.event_id
inner join mention on act.mention_id = mention.mention_id
where mention.place_name is not null
qualify row_number() over (
    partition by event_group.event_id
    order by
        mention.mention_id = event_shown.mention_id desc,
        act.confidence desc,
        act.published_at asc,
        mention.mention_id asc
) = 1
