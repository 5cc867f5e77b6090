"""The API, as coordinators' programs meet it."""
