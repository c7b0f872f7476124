-- Goldstein negative: the scores below 0 added up, conflict alone; never above 0.
-- Version: 1. Used by: goldstein1992, goldstein_freeman1990.
-- Use: as goldstein_positive, for the other side of the scale.
create or replace macro formula_goldstein_negative(negative) as (negative)::double;
