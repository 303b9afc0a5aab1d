"""Reading the national exchange (DDAS), version by version."""
