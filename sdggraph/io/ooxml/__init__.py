"""A packed workbook changed in place: only the bytes of what is asked for are new, all else stays as it was."""
