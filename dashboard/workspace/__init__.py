"""What the pages of the coordination point share: words, forms, answers, downloads."""
