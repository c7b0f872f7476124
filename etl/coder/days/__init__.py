"""What serves `dates`: the words and patterns of date phrases, what they mean on a day, and whose each of them is."""
