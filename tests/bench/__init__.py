"""The line measured against its targets: `./scripts/bench`."""
