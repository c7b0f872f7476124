-- Directed dyads by month: counts, quad classes, Goldstein sums, and the same between officials only.
-- Grain: one row for each dataset, source, target and month with an event. Reads: relation_period.
-- Example: select month, n_events, goldstein_mean from dyad_month where source_country = 'CHN' order by month;
create or replace view dyad_month as
select
    relation_period.dataset,
    relation_period.country_a as source_country,
    relation_period.country_b as target_country,
    relation_period.period_start as month,
    relation_period.* exclude (form, unit, dataset, country_a, country_b, period_start)
from relation_period
where relation_period.form = 'dyad' and relation_period.unit = 'month';

comment on view dyad_month is 'Directed dyads by month: one row for each dataset, source, target and month with an event';
