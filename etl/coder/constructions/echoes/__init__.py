"""Acts that a sentence tells by pointing back to another."""
