"""Tables as municipalities keep them: opening them, knowing their layout, reading their rows to a plan."""
