-- Sent share: events of this direction among those of both, from 0 to 1; a half is an even exchange, empty without events.
-- Version: 1. Used by: goldstein_freeman1990.
-- Use: who acts and who answers; goldstein_freeman1990 study both directions of a dyad side by side.
create or replace macro formula_sent_share(n_weighted, n_weighted_back) as
(n_weighted / nullif(n_weighted + n_weighted_back, 0))::double;
