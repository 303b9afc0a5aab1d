"""The mapping page: texts that nobody mapped, their codes, and what was mapped."""
