"""Authorities, halls and windows, and who works for them in what capacity."""
