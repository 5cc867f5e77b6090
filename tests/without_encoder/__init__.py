"""Stands on the path of processes that shall find no encoder."""
