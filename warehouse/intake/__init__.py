"""Intake: a delivery file becomes a landing table in which nobody is named."""

from warehouse.intake.delivery import ReadDelivery, land, read_delivery

__all__ = ["ReadDelivery", "land", "read_delivery"]
