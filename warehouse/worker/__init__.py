"""The worker process, and what its jobs do."""
