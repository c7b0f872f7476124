"""Constructions of news English beyond the plain frame: what operators, nouns and set phrases make of an act, or undo."""
