"""What articles claim of things, what others claim of the same, and where they do not agree."""
