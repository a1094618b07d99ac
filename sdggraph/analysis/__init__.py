"""What a plan adds up to: threads, and what follows from them."""
