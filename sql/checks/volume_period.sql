-- In every unit the periods of volume add up to the articles, and no period has more stories than articles.
with held as (
    select count(*) as n_articles
    from article
),

unit as (
    select unnest(['day', 'week', 'month', 'year']) as unit
),

summed as (
    select
        unit.unit,
        coalesce(sum(volume_period.n_articles), 0) as n_articles,
        count(*) filter (where volume_period.n_stories > volume_period.n_articles) as n_astray
    from unit
    left join volume_period on unit.unit = volume_period.unit
    group by unit.unit
)

select
    summed.unit,
    held.n_articles,
    summed.n_articles as n_articles_summed,
    summed.n_astray
from summed
cross join held
where held.n_articles <> summed.n_articles or summed.n_astray > 0
