"""People's side of the web: health and figures for operators."""
