"""What is taken away from the monitor: files that hold the figures of a view."""
