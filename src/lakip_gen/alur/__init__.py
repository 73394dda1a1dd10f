"""The one place where stages are wired: each module is one command of the planner."""
