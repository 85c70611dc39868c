"""Pages for citizens and businesses: find, read, answer, be told once; apply, follow, rate."""
