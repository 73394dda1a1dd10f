"""Inspecting a template before there is any data: what its tags ask for, and what is wrong with it."""
