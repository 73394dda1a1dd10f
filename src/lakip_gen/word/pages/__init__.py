"""Pages of a finished document: contents lists, references, and what has to stay together."""
