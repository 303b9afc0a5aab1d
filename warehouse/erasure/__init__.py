"""Objection and erasure: finding somebody's records, and leaving nothing of them."""
