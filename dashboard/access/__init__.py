"""Who comes in: signing in, sessions, protection of requests, and refusals."""
