"""The report: what a plan adds up to, as a document for people; one content, several forms."""
