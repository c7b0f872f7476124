-- Every article is in a story, and stories count their articles, sources and mentions.
with counted as (
    select
        article.story_id,
        count(*) as n_articles,
        count(distinct article.source) as n_sources,
        sum(article.n_mentions) as n_mentions
    from article
    group by article.story_id
)

select
    coalesce(story.story_id, counted.story_id) as story_id,
    story.n_articles,
    counted.n_articles as n_articles_found
from story
full outer join counted on story.story_id = counted.story_id
where
    story.n_articles is distinct from counted.n_articles
    or story.n_sources is distinct from counted.n_sources
    or story.n_mentions is distinct from counted.n_mentions
