"""Letter sizes of the pages."""

COOKIE = "lianban_size"
NORMAL = "normal"
LARGE = "large"
SIZES = (NORMAL, LARGE)
KEPT_SECONDS = 365 * 24 * 60 * 60
