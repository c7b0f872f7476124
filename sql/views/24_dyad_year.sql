-- Directed dyads by year: counts, quad classes, Goldstein sums, and the same between officials only.
-- Grain: one row for each dataset, source, target and year with an event. Reads: relation_period.
-- Example: select year, n_events, goldstein_mean from dyad_year where source_country = 'CHN' order by year;
create or replace view dyad_year as
select
    relation_period.dataset,
    relation_period.country_a as source_country,
    relation_period.country_b as target_country,
    year(relation_period.period_start)::integer as year,
    relation_period.* exclude (form, unit, dataset, country_a, country_b, period_start)
from relation_period
where relation_period.form = 'dyad' and relation_period.unit = 'year';

comment on view dyad_year is 'Directed dyads by year: one row for each dataset, source, target and year with an event';
