-- Undirected pairs by week: counts, quad classes, Goldstein sums, and the same between officials only.
-- Grain: one row for each dataset, two countries and week with an event. Reads: relation_period.
-- Example: select week, n_events, conflict_share from pair_week where country_a = 'CHN' and country_b = 'USA' order by week;
create or replace view pair_week as
select
    relation_period.dataset,
    relation_period.country_a,
    relation_period.country_b,
    relation_period.period_start as week,
    relation_period.* exclude (form, unit, dataset, country_a, country_b, period_start)
from relation_period
where relation_period.form = 'pair' and relation_period.unit = 'week';

comment on view pair_week is 'Undirected pairs by week: one row for each dataset, two countries and week with an event';
