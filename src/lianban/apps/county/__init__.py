"""Setting up a county: its authorities, halls, windows, accounts and posts at once, and showing what there is."""
