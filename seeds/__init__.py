"""The registration standard as data, and the one door to it."""
