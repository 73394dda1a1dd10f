"""HTML only: pages that stand alone, without scripts and without anything from elsewhere."""
