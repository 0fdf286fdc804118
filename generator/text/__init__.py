"""French text: its typography, its Markdown, its sentences, and the names in it."""
