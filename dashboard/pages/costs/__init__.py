"""The costs: hours against the norm, and what the work may save under assumptions."""
