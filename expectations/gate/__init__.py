"""The two gates: a delivery and a release meet the same checks here."""
