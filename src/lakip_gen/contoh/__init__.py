"""The sample agency."""
