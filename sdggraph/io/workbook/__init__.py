"""The plan as a workbook, one sheet a section: what planners fill in without learning a file format."""
