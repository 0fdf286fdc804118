"""The preview: a server for one reader, and a watch over the files that the site is made of."""
