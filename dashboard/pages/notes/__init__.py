"""The notes beside the months: writing one, and mending or removing one's own."""
