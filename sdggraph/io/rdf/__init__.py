"""Reading and writing RDF; with the semantic room the only place that knows rdflib."""
