"""The signals: how many, from whom, about whom, and how large the arrears are."""
