"""An independent count: files are written and counted without the product's code."""
