"""Electronic supervision: what deserves a warning, and the figures an office is measured by (facts 3.1 to 3.4)."""
