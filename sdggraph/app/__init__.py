"""Whole jobs: what a person asks for in one go."""
