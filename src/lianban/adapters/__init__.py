"""Real implementations of the ports, and for each a stand-in that behaves like the real thing."""
