-- Stories and publishers of our own events: a story that tells three events of a month is one story of that month.
-- Grain: one row for each form, day, two countries, officialness, story and publisher. Reads: article, mention.
-- Reads mentions rather than events: those that happened or were announced are exactly those that make events.
-- Example: select count(distinct story_id) from relation_story where form = 'dyad' and country_a = 'USA' and country_b = 'CHN';
create or replace view relation_story as
with bilateral as (
    select
        mention.event_date,
        mention.source_country,
        mention.target_country,
        mention.source_role in ('GOV', 'MIL', 'SPY') and mention.target_role in ('GOV', 'MIL', 'SPY') as is_official,
        mention.story_id,
        article.source as publisher
    from mention
    inner join article on mention.article_id = article.article_id
    where mention.source_country <> mention.target_country and mention.status in ('happened', 'announced')
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
