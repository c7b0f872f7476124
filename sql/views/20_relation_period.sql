-- Dyads and pairs in periods of every length: counts, quad classes, Goldstein sums, and the same between officials only.
-- Grain: one row for each form, unit, dataset, two countries and period with an event. Reads: relation_event, relation_story.
-- The eight dyad and pair views are slices of this one. Scores are summed as decimals, so sums do not hang on the order of rows.
-- Example: select period_start, n_events from relation_period where form = 'pair' and unit = 'year' and country_b = 'USA';
create or replace view relation_period as
with unit as (
    select unnest(['day', 'week', 'month', 'year']) as unit
),

scored as (
    select
        unit.unit,
        relation_event.*,
        case unit.unit
            when 'day' then relation_event.event_date
            when 'week' then date_trunc('week', relation_event.event_date)::date
            when 'month' then date_trunc('month', relation_event.event_date)::date
            when 'year' then date_trunc('year', relation_event.event_date)::date
        end as period_start,
        relation_event.is_counted and relation_event.is_official as is_shared,
        relation_event.goldstein::decimal(9, 2) as score
    from relation_event
    cross join unit
),

counted as (
    select
        scored.form,
        scored.unit,
        scored.dataset,
        scored.country_a,
        scored.country_b,
        scored.period_start,
        coalesce(sum(scored.n_mentions), 0)::bigint as n_mentions,
        coalesce(sum(scored.n_articles), 0)::bigint as n_reports,
        count(*) filter (where scored.is_counted) as n_events,
        coalesce(sum(scored.n_stories), 0)::bigint as sum_stories,
        coalesce(max(scored.n_publishers), 0)::bigint as max_publishers,
        count(*) filter (where scored.is_counted and scored.quad_class = 1) as n_verbal_cooperation,
        count(*) filter (where scored.is_counted and scored.quad_class = 2) as n_material_cooperation,
        count(*) filter (where scored.is_counted and scored.quad_class = 3) as n_verbal_conflict,
        count(*) filter (where scored.is_counted and scored.quad_class = 4) as n_material_conflict,
        coalesce(sum(greatest(scored.score, 0)) filter (where scored.is_counted), 0)::double as positive,
        coalesce(sum(least(scored.score, 0)) filter (where scored.is_counted), 0)::double as negative,
        coalesce(sum(scored.n_mentions) filter (where scored.is_official), 0)::bigint as n_mentions_official,
        coalesce(sum(scored.n_articles) filter (where scored.is_official), 0)::bigint as n_reports_official,
        count(*) filter (where scored.is_shared) as n_events_official,
        coalesce(sum(scored.n_stories) filter (where scored.is_official), 0)::bigint as sum_stories_official,
        coalesce(max(scored.n_publishers) filter (where scored.is_official), 0)::bigint as max_publishers_official,
        count(*) filter (where scored.is_shared and scored.quad_class = 1) as n_verbal_cooperation_official,
        count(*) filter (where scored.is_shared and scored.quad_class = 2) as n_material_cooperation_official,
        count(*) filter (where scored.is_shared and scored.quad_class = 3) as n_verbal_conflict_official,
        count(*) filter (where scored.is_shared and scored.quad_class = 4) as n_material_conflict_official,
        coalesce(sum(greatest(scored.score, 0)) filter (where scored.is_shared), 0)::double as positive_official,
        coalesce(sum(least(scored.score, 0)) filter (where scored.is_shared), 0)::double as negative_official
    from scored
    group by all
),

told as (
    select
        relation_story.form,
        unit.unit,
        relation_story.dataset,
        relation_story.country_a,
        relation_story.country_b,
        case unit.unit
            when 'day' then relation_story.event_date
            when 'week' then date_trunc('week', relation_story.event_date)::date
            when 'month' then date_trunc('month', relation_story.event_date)::date
            when 'year' then date_trunc('year', relation_story.event_date)::date
        end as period_start,
        count(distinct relation_story.story_id) as n_stories,
        count(distinct relation_story.publisher) as n_publishers,
        count(distinct relation_story.story_id) filter (where relation_story.is_official) as n_stories_official,
        count(distinct relation_story.publisher) filter (where relation_story.is_official) as n_publishers_official
    from relation_story
    cross join unit
    group by all
)

select
    counted.form,
    counted.unit,
    counted.dataset,
    counted.country_a,
    counted.country_b,
    counted.period_start,
    counted.n_mentions,
    counted.n_reports,
    counted.n_events,
    coalesce(told.n_stories, counted.sum_stories) as n_stories,
    coalesce(told.n_publishers, counted.max_publishers) as n_publishers,
    counted.n_verbal_cooperation,
    counted.n_material_cooperation,
    counted.n_verbal_conflict,
    counted.n_material_conflict,
    round(counted.positive + counted.negative, 2) as goldstein_sum,
    round((counted.positive + counted.negative) / nullif(counted.n_events, 0), 6)
        as goldstein_mean,
    counted.positive as goldstein_positive_sum,
    counted.negative as goldstein_negative_sum,
    round(counted.positive - abs(counted.negative), 2) as net_cooperation,
    (counted.n_verbal_conflict + counted.n_material_conflict)
    / nullif(counted.n_events, 0) as conflict_share,
    counted.n_mentions_official,
    counted.n_reports_official,
    counted.n_events_official,
    coalesce(told.n_stories_official, counted.sum_stories_official) as n_stories_official,
    coalesce(told.n_publishers_official, counted.max_publishers_official) as n_publishers_official,
    counted.n_verbal_cooperation_official,
    counted.n_material_cooperation_official,
    counted.n_verbal_conflict_official,
    counted.n_material_conflict_official,
    round(counted.positive_official + counted.negative_official, 2) as goldstein_sum_official,
    round((counted.positive_official + counted.negative_official) / nullif(counted.n_events_official, 0), 6)
        as goldstein_mean_official,
    counted.positive_official as goldstein_positive_sum_official,
    counted.negative_official as goldstein_negative_sum_official,
    round(counted.positive_official - abs(counted.negative_official), 2) as net_cooperation_official,
    (counted.n_verbal_conflict_official + counted.n_material_conflict_official)
    / nullif(counted.n_events_official, 0) as conflict_share_official
from counted
left join told
    on
        counted.form = told.form
        and counted.unit = told.unit
        and counted.dataset = told.dataset
        and counted.country_a = told.country_a
        and counted.country_b = told.country_b
        and counted.period_start = told.period_start;

comment on view relation_period is 'Dyads and pairs in periods: one row for each form, unit, countries and period with events';
