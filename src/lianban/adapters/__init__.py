"""What the ports are in practice: real systems, and for each a stand-in that behaves like one."""
