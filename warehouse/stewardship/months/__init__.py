"""What the districts owe each month, what came in, and what is said about it."""
