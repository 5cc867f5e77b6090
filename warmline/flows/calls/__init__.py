"""Calls: arrival, holding, ringing, together, parting."""
