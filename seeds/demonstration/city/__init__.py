"""The invented city: two years, fourteen districts, each with its own habits."""
