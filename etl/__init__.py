"""Comity: from news articles to directed country-to-country events."""

__version__ = "0.36.0"
