-- Goldstein positive: the scores above 0 added up, cooperation alone.
-- Version: 1. Used by: goldstein1992, goldstein_freeman1990.
-- Use: goldstein_freeman1990 and others keep cooperation and conflict apart, since a month may hold much of both.
create or replace macro formula_goldstein_positive(positive) as (positive)::double;
