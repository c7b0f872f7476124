-- Named indices of directed dyads in every period their dataset covers, zeros told apart from gaps.
-- Grain: one row for each dataset, source, target, unit, period, actors, weighting and index, of dyads that ever had an event.
-- Reads: index_table. value is empty in a gap (no day read) and where an index says nothing without events. Scores are the
-- events' own; for those of a table of score_table, trailing means and the excess over a baseline use the macro index_series.
-- Always choose unit, actors, weighting and index_name, or rows of different meaning are mixed.
-- Example: select value from dyad_index where source_country = 'CHN' and unit = 'month' and index_name = 'event_count' limit 5;
create or replace view dyad_index as
select
    indexed.dataset,
    indexed.source_country,
    indexed.target_country,
    indexed.unit,
    indexed.period_start,
    indexed.actors,
    indexed.weighting,
    indexed.index_name,
    indexed.index_version,
    indexed.value,
    indexed.n_events,
    indexed.n_days,
    indexed.n_days_read,
    indexed.is_gap
from index_table('own') as indexed;

comment on view dyad_index is 'Named indices of directed dyads: one row for each dyad, unit, period, actors, weighting and index';
