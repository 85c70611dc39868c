"""Proceedings: procedures as tables, decisions as pure functions, events as a chain that proves itself."""
