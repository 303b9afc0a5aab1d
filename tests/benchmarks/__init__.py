"""How long a delivery and a release take, measured on real source files."""
