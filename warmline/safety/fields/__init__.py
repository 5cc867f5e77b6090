"""Words by field of meaning, a module for each language: data for `meaning.py`. All have the same fields."""
