"""OOXML containers: the guard before every parser, and zips with the same bytes each time."""
