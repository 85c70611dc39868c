"""Settings, addresses, and which adapter serves which port."""
