"""Reading what a dossier consists of: files from disk, and each of them taken apart into text with line numbers."""
