"""The customer's side: the provider's REST API, path for path."""
