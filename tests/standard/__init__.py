"""Tests of the registration standard, its document and its workbook."""
