"""Personal data: recognised, replaced by pseudonyms, kept out of free text."""
