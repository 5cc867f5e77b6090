"""The kill matrix: every process killed at every step under load, and an account of every text."""
