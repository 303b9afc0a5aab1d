"""The check catalogue: which checks there are, and what they say."""
