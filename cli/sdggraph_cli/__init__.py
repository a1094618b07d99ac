"""The command line of sdggraph: parses, calls the library, prints."""
