-- Stories, with the article that told each first and the voice that speaks in it.
-- Grain: one row for each story. Reads: article.
-- The voice is the agency that the earliest article with a credit names, else the source of the first article.
select
    article.story_id,
    arg_min(article.article_id, row(article.published_at, article.article_id)) as article_id,
    -- wrapped in a row, because arg_min passes over articles without a headline
    arg_min(row(article.title), row(article.published_at, article.article_id))[1] as title,
    coalesce(
        arg_min(article.agency, row(article.published_at, article.article_id)) filter (where article.agency is not null),
        arg_min(article.source, row(article.published_at, article.article_id))
    ) as voice,
    count(*) as n_articles,
    count(distinct article.source) as n_sources,
    sum(article.n_mentions)::bigint as n_mentions,
    min(article.published_at) as first_published,
    max(article.published_at) as last_published
from article
group by article.story_id
