"""The supervisors' pages: what is late first, and every figure down to the cases behind it."""
