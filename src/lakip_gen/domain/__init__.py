"""The facts and formulas of performance reporting: pure, standard library only."""
