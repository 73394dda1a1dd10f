"""Tags in the text of a document: found, put together to a syntax tree, and computed in a sandbox."""
