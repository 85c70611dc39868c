"""Legal time: limits, clocks that start, stop and extend by law, and certificates anyone can recompute."""
