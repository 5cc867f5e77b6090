"""Everything that can be heard on a call of the line, built, checked and measured."""
