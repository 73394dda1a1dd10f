"""One form's life, from raw cells to a judged report: pure functions that return values and findings."""
