"""The checks: pure functions from what was read to values and findings. No user's mistake raises here."""
