"""What is computed of a release: indicators, costs, statistics, small numbers."""
