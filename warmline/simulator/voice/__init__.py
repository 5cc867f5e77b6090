"""Calls: how they ring, what is said in them, who is connected with whom."""
