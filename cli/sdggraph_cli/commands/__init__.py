"""The commands, one module each; each calls the library and prints."""
