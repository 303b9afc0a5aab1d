"""Any two districts, pilots, ways of working, corporations or periods side by side."""
