-- Reciprocity: how alike the net cooperation of both directions is: 1 the same, 0 opposite in sign; empty without scores.
-- Version: 1. Used by: goldstein_freeman1990, bray_curtis1957.
-- Use: like is answered by like in goldstein_freeman1990, who test it over time; this compares within the period, by the measure
-- of bray_curtis1957. How the directions move together over time is the correlation of reciprocity_series.
create or replace macro formula_reciprocity(net, net_back) as
(1 - abs(net - net_back) / nullif(abs(net) + abs(net_back), 0))::double;
