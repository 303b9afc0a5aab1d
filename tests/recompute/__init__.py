"""The figures of random states of the filters, computed anew from the facts."""
