"""The month board: what each district owes, what came in, and what is missing."""
