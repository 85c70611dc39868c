"""The front door of the demonstration."""

from lianban.apps.demo.county import DemoAccount, create_demo_county

__all__ = ["DemoAccount", "create_demo_county"]
