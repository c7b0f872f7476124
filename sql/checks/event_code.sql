-- Every event and mention has a code of the ontology.
with coded as (
    select
        'event' as held_by,
        event.event_id as id,
        event.event_code
    from event
    union all
    select
        'mention' as held_by,
        mention.mention_id as id,
        mention.event_code
    from mention
)

select coded.*
from coded
left join cameo_code on coded.event_code = cameo_code.event_code
where cameo_code.event_code is null
