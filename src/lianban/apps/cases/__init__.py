"""Applications on their way: what was handed in, every lawful act on it, and how it looks to each of those involved."""
