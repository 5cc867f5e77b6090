"""The line's stories, one a module, told top to bottom."""
