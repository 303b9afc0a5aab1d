"""The ledger: what was delivered, what was decided about it, and why."""
