"""Retention: how long each kind of data is kept, and removing what was long enough."""
