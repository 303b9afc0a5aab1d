"""Whole ways through the product, by its command line."""
