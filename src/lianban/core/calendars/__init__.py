"""Working days by the State Council's notices; a year without a notice is never guessed in silence."""
