-- Undirected pairs by year: counts, quad classes, Goldstein sums, and the same between officials only.
-- Grain: one row for each dataset, two countries and year with an event. Reads: relation_period.
-- Example: select year, n_events, conflict_share from pair_year where country_a = 'CHN' and country_b = 'USA' order by year;
create or replace view pair_year as
select
    relation_period.dataset,
    relation_period.country_a,
    relation_period.country_b,
    year(relation_period.period_start)::integer as year,
    relation_period.* exclude (form, unit, dataset, country_a, country_b, period_start)
from relation_period
where relation_period.form = 'pair' and relation_period.unit = 'year';

comment on view pair_year is 'Undirected pairs by year: one row for each dataset, two countries and year with an event';
