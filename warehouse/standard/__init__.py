"""The registration standard as data, its document and its own workbook."""
