-- Stories told in dyads are those of the mentions of events between two countries.
with dyad as (
    select
        event.event_date,
        event.source_country as country_a,
        event.target_country as country_b,
        count(distinct event_mention.story_id) as n_stories
    from event
    inner join event_mention on event.event_id = event_mention.event_id
    where event.source_country <> event.target_country
    group by all
),

told as (
    select
        relation_story.event_date,
        relation_story.country_a,
        relation_story.country_b,
        count(distinct relation_story.story_id) as n_stories
    from relation_story
    where relation_story.form = 'dyad'
    group by all
)

select
    coalesce(dyad.event_date, told.event_date) as event_date,
    coalesce(dyad.country_a, told.country_a) as country_a,
    coalesce(dyad.country_b, told.country_b) as country_b,
    dyad.n_stories,
    told.n_stories as n_stories_told
from dyad
full outer join told
    on dyad.event_date = told.event_date and dyad.country_a = told.country_a and dyad.country_b = told.country_b
where dyad.n_stories is distinct from told.n_stories
