"""What stewards decide about codes and months, and what districts explain."""
