"""One module a family of rules; each rule is a variable, and its name the variable's."""
