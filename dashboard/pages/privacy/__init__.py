"""The privacy page: finding and erasing somebody's records, and how long data stays."""
