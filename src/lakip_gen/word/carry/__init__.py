"""An edited document lives on in the next draft: what it was made as, what somebody changed, and both together."""
