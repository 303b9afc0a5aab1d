"""What pages of figures share: their scaffold, and charts with the table behind."""
