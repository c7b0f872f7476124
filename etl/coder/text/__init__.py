"""The text before the parser has it: its language, headlines brought to sentence case, and which sentences are worth parsing."""
