"""Filling a template with data, and reading back what came out."""
