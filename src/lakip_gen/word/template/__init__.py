"""Opening a template: its tags are taken out, and what is between them is kept."""
