"""What the desk and the offices share: clocks, acts as forms, papers, records."""
