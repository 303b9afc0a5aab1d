"""The delivery history: every delivery, and the life of one."""
