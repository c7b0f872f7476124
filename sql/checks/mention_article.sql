-- Every mention belongs to an article, in its story, and articles count their mentions.
with counted as (
    select
        mention.article_id,
        mention.story_id,
        count(*) as n_mentions
    from mention
    group by mention.article_id, mention.story_id
)

select
    coalesce(article.article_id, counted.article_id) as article_id,
    article.n_mentions,
    counted.n_mentions as n_mentions_found
from article
full outer join counted on article.article_id = counted.article_id and article.story_id = counted.story_id
where
    exists (select 1 from mention)
    and (article.article_id is null or article.n_mentions <> coalesce(counted.n_mentions, 0))
