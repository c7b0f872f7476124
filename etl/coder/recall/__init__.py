"""What an article has told so far, and whom its words may point back to; `coreference` asks here."""
