-- Events per 1000 articles: events against all articles read in the period, events or not; empty where none were read.
-- Version: 1. Used by: gpr.
-- Use: the denominator that gpr divides by, articles and not events. Empty for imported datasets, which do not say what they
-- read.
create or replace macro formula_events_per_1000_articles(n_events, n_articles) as
(1000 * n_events / nullif(n_articles, 0))::double;
