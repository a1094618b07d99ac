"""Rules as SPARQL: one query a rule, made from its declaration, in the dialects of several stores."""
