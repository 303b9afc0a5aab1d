"""The Eigen Kracht conferences: a pilot of another kind, with a funnel of its own."""
