"""Who is held, set free or harmed."""
