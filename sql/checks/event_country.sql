-- Every country of an event or mention is in the country table.
with sided as (
    select
        event.event_id as id,
        unnest([event.source_country, event.target_country]) as iso3
    from event
    union all
    select
        mention.mention_id as id,
        unnest([mention.source_country, mention.target_country, mention.speaker_country]) as iso3
    from mention
)

select sided.*
from sided
where sided.iso3 is not null and sided.iso3 not in (select country.iso3 from country)
