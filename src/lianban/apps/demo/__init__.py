"""A demonstration county."""
