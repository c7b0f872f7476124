-- Undirected pairs by month: counts, quad classes, Goldstein sums, and the same between officials only.
-- Grain: one row for each dataset, two countries and month with an event. Reads: relation_period.
-- Example: select month, n_events, conflict_share from pair_month where country_a = 'CHN' and country_b = 'USA' order by month;
create or replace view pair_month as
select
    relation_period.dataset,
    relation_period.country_a,
    relation_period.country_b,
    relation_period.period_start as month,
    relation_period.* exclude (form, unit, dataset, country_a, country_b, period_start)
from relation_period
where relation_period.form = 'pair' and relation_period.unit = 'month';

comment on view pair_month is 'Undirected pairs by month: one row for each dataset, two countries and month with an event';
