"""Uploading: files in, what is wrong with each, and what becomes of it."""
