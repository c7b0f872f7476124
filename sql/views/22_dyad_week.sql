-- Directed dyads by week: counts, quad classes, Goldstein sums, and the same between officials only.
-- Grain: one row for each dataset, source, target and week with an event. Reads: relation_period.
-- Example: select week, n_events, goldstein_mean from dyad_week where source_country = 'CHN' order by week;
create or replace view dyad_week as
select
    relation_period.dataset,
    relation_period.country_a as source_country,
    relation_period.country_b as target_country,
    relation_period.period_start as week,
    relation_period.* exclude (form, unit, dataset, country_a, country_b, period_start)
from relation_period
where relation_period.form = 'dyad' and relation_period.unit = 'week';

comment on view dyad_week is 'Directed dyads by week: one row for each dataset, source, target and week with an event';
