-- Share of stories: distinct stories that tell of the dyad among all stories read in the period; empty where none were read.
-- Version: 1. Used by: own, gpr.
-- Use: as events_per_1000_articles, with copies of one report counted once. Empty for imported datasets. Our own.
create or replace macro formula_share_of_stories(n_stories, n_stories_read) as
(n_stories / nullif(n_stories_read, 0))::double;
