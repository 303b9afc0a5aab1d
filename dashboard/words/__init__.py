"""What is written: translations, formats, and codes in words."""
