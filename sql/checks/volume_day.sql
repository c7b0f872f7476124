-- The days of volume add up to volume.
with held as (
    select
        coalesce(sum(volume.n_articles), 0) as n_articles,
        coalesce(sum(volume.n_mentions), 0) as n_mentions,
        count(distinct volume.published_date) as n_days
    from volume
),

summed as (
    select
        coalesce(sum(volume_day.n_articles), 0) as n_articles,
        coalesce(sum(volume_day.n_mentions), 0) as n_mentions,
        count(*) as n_days
    from volume_day
)

select
    held.*,
    summed.n_articles as n_articles_summed,
    summed.n_mentions as n_mentions_summed,
    summed.n_days as n_days_found
from held
cross join summed
where held.n_articles <> summed.n_articles or held.n_mentions <> summed.n_mentions or held.n_days <> summed.n_days
