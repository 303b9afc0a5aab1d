"""Rebuild the pilots' registrations, as files, from their published counts."""
