-- Goldstein sum: the scores of all events added up.
-- Version: 1. Used by: goldstein1992, king_lowe2003.
-- Use: goldstein1992 made the scale so that the acts of a week or month could be added up into one number for a direction;
-- king_lowe2003 add machine-coded events up in the same way. Many mild acts may outweigh one grave one.
create or replace macro formula_goldstein_sum(positive, negative) as (positive + negative)::double;
