"""Who may do what: people, their roles and rights, tokens, and what they did."""
