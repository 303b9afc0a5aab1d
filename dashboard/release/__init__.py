"""What is read of a release; only its modules named queries hold SQL."""
