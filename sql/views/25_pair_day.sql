-- Undirected pairs by day: counts, quad classes, Goldstein sums, and the same between officials only.
-- Grain: one row for each dataset, two countries and day with an event. Reads: relation_period.
-- Example: select day, n_events, conflict_share from pair_day where country_a = 'CHN' and country_b = 'USA' order by day;
create or replace view pair_day as
select
    relation_period.dataset,
    relation_period.country_a,
    relation_period.country_b,
    relation_period.period_start as day,
    relation_period.* exclude (form, unit, dataset, country_a, country_b, period_start)
from relation_period
where relation_period.form = 'pair' and relation_period.unit = 'day';

comment on view pair_day is 'Undirected pairs by day: one row for each dataset, two countries and day with an event';
