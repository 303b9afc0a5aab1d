"""The HTTP interface `/api/v1`: what programs of the districts may ask and bring."""
