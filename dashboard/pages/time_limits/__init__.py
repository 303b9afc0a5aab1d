"""The time limits: who keeps them, in which district, and since when."""
