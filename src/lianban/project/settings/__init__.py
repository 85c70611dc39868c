"""Settings: `base` for all, `run` for a running platform, `test` for the tests."""
