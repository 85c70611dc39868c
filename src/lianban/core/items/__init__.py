"""Service items (事项): the implementation list as a value, and what is wrong with it."""
