"""The rules by which texts are read, a module for each language and kind, to be reviewed by people."""
