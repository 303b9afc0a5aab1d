"""Small numbers: which figures would betray one, and who reads what of them."""
