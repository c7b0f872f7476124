"""Whom an act is from and whom it is to: slots filled with actors, and sides that are told elsewhere or not at all."""
