"""Checked figures and Word performance reports (SAKIP) from the Excel forms of a government office."""

__version__ = "0.1.0"
