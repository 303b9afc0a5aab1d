"""Pictures of every page, in every look: `make screenshots`."""
