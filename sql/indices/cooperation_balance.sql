-- Cooperation balance: net cooperation as a part of all that was scored, from -1 to 1; empty without scored events.
-- Version: 1. Used by: own, blr.
-- Use: our own remedy for what blr complains of: net cooperation grows with how much is read, this does not.
create or replace macro formula_cooperation_balance(positive, negative) as
((positive - abs(negative)) / nullif(positive + abs(negative), 0))::double;
