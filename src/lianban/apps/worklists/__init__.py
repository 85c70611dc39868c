"""How people arrange their work: lists they keep, and many acts at once."""
