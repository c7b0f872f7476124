-- Articles and stories read, events or not: the denominator of every share.
-- Grain: one row for each day of publication, source and language. Reads: article.
select
    article.published_at::date as published_date,
    article.source,
    article.language,
    count(*) as n_articles,
    count(distinct article.story_id) as n_stories,
    count(*) filter (where article.skipped is null) as n_coded,
    count(*) filter (where article.skipped is not null) as n_skipped,
    count(*) filter (where article.n_mentions > 0) as n_with_mentions,
    sum(article.n_sentences)::bigint as n_sentences,
    sum(article.n_mentions)::bigint as n_mentions
from article
group by all
