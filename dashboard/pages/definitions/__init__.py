"""The definitions: every indicator in words, found by searching in both languages."""
