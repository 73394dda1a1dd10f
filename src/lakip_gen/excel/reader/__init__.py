"""Reading workbooks: from bytes to plain cells."""
