"""What the program carries along: the catalogue of findings and the sample agency."""
