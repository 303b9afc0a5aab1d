"""The plan of every pilot beside what happened, step by step."""
