"""The text of an article: its language, which sentences are worth parsing, and headlines in a form that the parser reads."""
