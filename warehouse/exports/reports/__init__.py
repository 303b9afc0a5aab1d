"""Reports that can be sent: one delivery, or the checks of a release."""
