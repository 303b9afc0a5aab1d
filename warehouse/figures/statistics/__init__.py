"""Statistics of figures that are already counted; nothing here counts."""
