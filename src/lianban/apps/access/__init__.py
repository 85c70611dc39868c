"""Who looked at whose personal values, and why."""
