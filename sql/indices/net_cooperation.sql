-- Net cooperation: what the positive scores weigh less what the negative ones weigh.
-- Version: 1. Used by: goldstein_freeman1990, schrodt_gerner1994.
-- Use: the series of goldstein_freeman1990 and of schrodt_gerner1994, by week and month. Equal to goldstein_sum by algebra; it
-- stands under the name by which it is cited.
create or replace macro formula_net_cooperation(positive, negative) as (positive - abs(negative))::double;
