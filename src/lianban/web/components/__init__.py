"""The values that component templates draw: a page hands these over and never writes its own markup for them."""
