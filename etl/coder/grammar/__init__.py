"""The slots of a sentence: where a predicate's subject, objects and phrases stand, however the clause is turned."""
