-- What was read each day, events or not: the denominator of shares.
-- Grain: one row for each day of publication. Reads: article, volume.
-- Stories are counted anew, for one story may run in several sources.
-- Example: select published_date, n_with_mentions / n_articles as share_with_mentions from volume_day order by published_date;
create or replace view volume_day as
with told as (
    select
        article.published_at::date as published_date,
        count(distinct article.story_id) as n_stories
    from article
    group by all
),

summed as (
    select
        volume.published_date,
        count(*) as n_sources,
        sum(volume.n_articles)::bigint as n_articles,
        sum(volume.n_stories)::bigint as sum_stories,
        sum(volume.n_coded)::bigint as n_coded,
        sum(volume.n_skipped)::bigint as n_skipped,
        sum(volume.n_with_mentions)::bigint as n_with_mentions,
        sum(volume.n_sentences)::bigint as n_sentences,
        sum(volume.n_mentions)::bigint as n_mentions
    from volume
    group by volume.published_date
)

select
    summed.published_date,
    summed.n_sources,
    summed.n_articles,
    coalesce(told.n_stories, summed.sum_stories) as n_stories,
    summed.n_coded,
    summed.n_skipped,
    summed.n_with_mentions,
    summed.n_sentences,
    summed.n_mentions
from summed
left join told on summed.published_date = told.published_date;

comment on view volume_day is 'What was read each day, the denominator of shares: one row for each day of publication';
