"""Taking in a delivery: read, place, check, decide, and write down."""
