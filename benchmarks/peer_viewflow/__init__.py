"""The parallel approval as Viewflow describes it."""
