"""Lianban (链办): a county's public services, handled as one."""

__version__ = "0.1.0"
