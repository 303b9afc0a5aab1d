"""Notes that managers lay beside a month of the figures."""
