"""Who goes where, and whom he visits by it or does not."""
