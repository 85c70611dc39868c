"""The open API: what anybody may read, for other systems. One module per resource; each calls a front door."""
