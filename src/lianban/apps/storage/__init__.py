"""Tables: what every model derives from, and where other people's tables belong."""
