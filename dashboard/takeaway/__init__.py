"""Taking a page away: its content gathered, and the routes that hand it over."""
