"""A county as its administrators write it down: authorities, halls, windows and staff."""
