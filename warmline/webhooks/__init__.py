"""Twilio's side of the web: guard, parse, one flow, render."""
