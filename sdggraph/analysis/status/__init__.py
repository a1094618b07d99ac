"""How the indicators of a plan stand: performance, kept apart from what is wrong with the plan."""
