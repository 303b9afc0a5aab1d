"""What stewards add to the standard: the codes behind spellings nobody knew."""
