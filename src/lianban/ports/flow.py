"""Drawing a process."""

from typing import Protocol

from lianban.core.chains.flow import Flow


class FlowPainter(Protocol):
    """Draws a process as a picture that people understand."""

    def wide(self, flow: Flow) -> str:
        """Return an SVG for screens and paper: time runs from left to right."""
        ...

    def tall(self, flow: Flow) -> str:
        """Return an SVG 360 px wide for phones: time runs downwards."""
        ...
