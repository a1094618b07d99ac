"""One module a format: each reads a file to a plan with places and findings, or writes one."""
