"""What leaves the warehouse in the formats of others."""
