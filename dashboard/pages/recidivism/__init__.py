"""Recidivism: how long households stay free of a new signal or the bailiff."""
