"""What should happen next for someone reaching out. Pure: no I/O."""
