"""Fills Word templates: ordinary .docx files with tags.

The way in: `templat.buka_templat`, `periksa.periksa_templat`, `render.render`.
"""
