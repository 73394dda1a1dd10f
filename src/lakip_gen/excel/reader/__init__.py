"""Reading workbooks: from bytes behind the guard to plain cells, in one pass over the XML."""
