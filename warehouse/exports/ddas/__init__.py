"""Writing the national exchange (DDAS)."""
