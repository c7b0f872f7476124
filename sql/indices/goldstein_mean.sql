-- Goldstein mean: the score of the average event; empty without events.
-- Version: 1. Used by: blr, chi_hou2019.
-- Use: a tone that does not grow with how much is read; blr argues against sums for that reason, chi_hou2019 compare sums and
-- means for one dyad against a hand-coded series.
create or replace macro formula_goldstein_mean(positive, negative, n_weighted) as
((positive + negative) / nullif(n_weighted, 0))::double;
