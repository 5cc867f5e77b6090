"""Warmline: the back end of a peer warmline, by text and by voice."""

__version__ = "0.1.0"
