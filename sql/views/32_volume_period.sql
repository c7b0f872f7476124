-- What was read in days, weeks, months and years, events or not: the denominator of shares over longer periods.
-- Grain: one row for each unit and period in which an article was published. Reads: article. Stories are counted anew in each
-- period, for one story may run over several days and in several sources.
-- Example: select period_start, n_articles, n_stories from volume_period where unit = 'month' order by period_start;
create or replace view volume_period as
with unit as (
    select unnest(['day', 'week', 'month', 'year']) as unit
)

select
    unit.unit,
    date_trunc(unit.unit, article.published_at)::date as period_start,
    count(distinct article.source) as n_sources,
    count(*) as n_articles,
    count(distinct article.story_id) as n_stories,
    count(*) filter (where article.skipped is null) as n_coded,
    count(*) filter (where article.n_mentions > 0) as n_with_mentions
from article
cross join unit
group by all;

comment on view volume_period is 'What was read in periods: one row for each unit and period with an article';
