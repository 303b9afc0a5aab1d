"""From accepted deliveries to a published release."""
