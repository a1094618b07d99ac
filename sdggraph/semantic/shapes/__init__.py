"""The rules as SHACL shapes, so that anyone's processor finds in a plan what the linter finds."""
