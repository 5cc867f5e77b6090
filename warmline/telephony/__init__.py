"""The phone line: with the simulated exchange, the only packages that know Twilio."""
