"""The overview: the questions of a manager, each with its answer."""
