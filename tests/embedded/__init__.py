"""The embedded Redis, with real servers and real deaths."""
