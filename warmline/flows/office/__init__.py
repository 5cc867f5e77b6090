"""What coordinators change, by the command line or the API: people, shifts and claims, each with a line in the journal."""
