"""Files that people and programs upload: taken into memory, read apart, followed."""
