"""How an act stands: doubted, yet to come, told by onlookers, long past. `assertion` and `mentions` ask here."""
