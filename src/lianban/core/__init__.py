"""The rules: plain Python on the standard library and pydantic. No Django, no clock reads, no I/O."""
