"""What the parser takes wrongly again and again, put right on the tree: noun phrases, verbs, clauses."""
