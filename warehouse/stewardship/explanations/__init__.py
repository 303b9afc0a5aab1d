"""What staff say about findings, and the deliveries that they declare fit."""
