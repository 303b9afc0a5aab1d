"""The deliveries there ever were: their lists, and the life of each."""
