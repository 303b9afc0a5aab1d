"""What the work costs, and what it may save under stated assumptions."""
