"""Findings for people: their catalogue, their grouping, their comparison, and how Indonesian writes figures."""
