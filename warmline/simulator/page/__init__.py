"""Simulated phones in a browser, for people who want to see the line at work."""
