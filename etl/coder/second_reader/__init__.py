"""The relation model and the judge between it and the rules: what the model is asked, what it answers, and what comes of both."""
