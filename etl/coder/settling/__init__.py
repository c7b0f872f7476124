"""What becomes of the acts of a sentence once both readers have had their say: forecasts, errands, deals, what was announced."""
