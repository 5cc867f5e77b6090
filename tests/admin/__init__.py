"""The pages for operators and their monitors."""
