"""People who may sign in: citizens and staff."""
