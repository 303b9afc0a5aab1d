"""The state of the registration: what can be trusted, what is doubtful, and why."""
