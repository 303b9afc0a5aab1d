"""Releases: built aside, audited, published by one switch, and kept for a while."""
