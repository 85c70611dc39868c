"""What supervisors need to know: what is late and why, the figures, and evidence that convinces elsewhere."""
