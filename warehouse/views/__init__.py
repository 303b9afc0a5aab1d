"""Views that somebody keeps under a name: a page with its filters."""
