-- The volume of a day, source and language is that of its articles.
with counted as (
    select
        article.published_at::date as published_date,
        article.source,
        article.language,
        count(*) as n_articles,
        count(*) filter (where article.skipped is null) as n_coded,
        sum(article.n_sentences) as n_sentences,
        sum(article.n_mentions) as n_mentions
    from article
    group by all
)

select
    coalesce(volume.published_date, counted.published_date) as published_date,
    coalesce(volume.source, counted.source) as source,
    coalesce(volume.language, counted.language) as language,
    volume.n_articles,
    counted.n_articles as n_articles_found
from volume
full outer join counted
    on
        volume.published_date = counted.published_date
        and volume.source = counted.source
        and volume.language is not distinct from counted.language
where
    volume.n_articles is distinct from counted.n_articles
    or volume.n_coded is distinct from counted.n_coded
    or volume.n_coded + volume.n_skipped <> volume.n_articles
    or volume.n_sentences is distinct from counted.n_sentences
    or volume.n_mentions is distinct from counted.n_mentions
