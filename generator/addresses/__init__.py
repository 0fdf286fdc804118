"""Addresses of other sites: where the content gives them, and whether they still answer."""
