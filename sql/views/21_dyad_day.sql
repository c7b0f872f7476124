-- Directed dyads by day: counts, quad classes, Goldstein sums, and the same between officials only.
-- Grain: one row for each dataset, source, target and day with an event. Reads: relation_period.
-- Example: select day, n_events, goldstein_mean from dyad_day where source_country = 'CHN' order by day;
create or replace view dyad_day as
select
    relation_period.dataset,
    relation_period.country_a as source_country,
    relation_period.country_b as target_country,
    relation_period.period_start as day,
    relation_period.* exclude (form, unit, dataset, country_a, country_b, period_start)
from relation_period
where relation_period.form = 'dyad' and relation_period.unit = 'day';

comment on view dyad_day is 'Directed dyads by day: one row for each dataset, source, target and day with an event';
