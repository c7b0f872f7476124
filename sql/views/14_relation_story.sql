-- Stories and publishers of our own events: a story that tells three events of a month is one story of that month.
-- Grain: one row for each form, day, two countries, officialness, story and publisher.
-- Reads: event, event_member, mention, story.
-- The publisher is the voice of the story, however many ran copies of it. Day and sides are the event's, not each mention's.
-- Example: select count(distinct story_id) from relation_story where form = 'dyad' and country_a = 'USA' and country_b = 'CHN';
create or replace view relation_story as
with bilateral as (
    select
        event.event_date,
        event.source_country,
        event.target_country,
        event.source_role in ('GOV', 'MIL', 'SPY') and event.target_role in ('GOV', 'MIL', 'SPY') as is_official,
        mention.story_id,
        story.voice as publisher
    from event
    inner join event_member on event.event_id = event_member.event_id
    inner join mention on event_member.mention_id = mention.mention_id
    inner join story on mention.story_id = story.story_id
    where event.dataset = 'comity' and event.source_country <> event.target_country
)

select distinct
    'dyad' as form,
    'comity' as dataset,
    bilateral.event_date,
    bilateral.source_country as country_a,
    bilateral.target_country as country_b,
    bilateral.is_official,
    bilateral.story_id,
    bilateral.publisher
from bilateral
union all
select distinct
    'pair' as form,
    'comity' as dataset,
    bilateral.event_date,
    least(bilateral.source_country, bilateral.target_country) as country_a,
    greatest(bilateral.source_country, bilateral.target_country) as country_b,
    bilateral.is_official,
    bilateral.story_id,
    bilateral.publisher
from bilateral;

comment on view relation_story is 'Stories and publishers of our own events: what distinct counts over a period are taken from';
