"""What changed from one version of a plan to another: nodes, texts, relations, threads and findings."""
