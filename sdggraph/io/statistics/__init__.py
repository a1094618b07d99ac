"""Measurements from statistical offices: JSON-stat datasets, and the PxWeb API that gives them."""
