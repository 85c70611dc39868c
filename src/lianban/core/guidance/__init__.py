"""Which question next, what follows from the answers, and why."""
