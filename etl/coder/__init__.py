"""The coder: one article in, its mentions out. Pure: no frame, no database, no file but a model loaded once."""
