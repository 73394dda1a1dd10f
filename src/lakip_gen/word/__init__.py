"""Fills Word templates: ordinary .docx files with tags.

The way in: `template.open.open_template`, `inspect.check.check_template`, `fill.render.render`.
"""
