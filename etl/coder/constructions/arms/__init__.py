"""Force that is shown, used, planned or ended."""
