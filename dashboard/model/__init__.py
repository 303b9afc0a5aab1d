"""What is asked and what is answered: selections, periods, measures."""
