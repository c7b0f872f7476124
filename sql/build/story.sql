-- Stories, with the article that told each first.
-- Grain: one row for each story. Reads: article.
select
    article.story_id,
    arg_min(article.article_id, row(article.published_at, article.article_id)) as article_id,
    -- wrapped in a row, because arg_min passes over articles without a headline
    arg_min(row(article.title), row(article.published_at, article.article_id))[1] as title,
    count(*) as n_articles,
    count(distinct article.source) as n_publishers,
    sum(article.n_mentions)::bigint as n_mentions,
    min(article.published_at) as first_published,
    max(article.published_at) as last_published
from article
group by article.story_id
