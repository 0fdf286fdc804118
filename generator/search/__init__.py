"""The search: what it knows of each page, the copy of the site that is indexed, and the index that Pagefind makes."""
