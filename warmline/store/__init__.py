"""What the line knows, kept in Redis: the only package that speaks to it."""
