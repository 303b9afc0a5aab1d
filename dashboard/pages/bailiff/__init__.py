"""Bailiff and eviction: who got there, how far, and what became of it."""
