"""Pages of the stand-ins: what would have left the house. They exist only where stand-ins are configured."""
