"""Curated press dossiers as static sites.

The road that data takes: `load` reads content/, `check` makes typed records of it, `link` ties
texts together, `library` gathers what the pages ask, `render` makes Markdown of it, `write` puts
it on disk, `site` has MkDocs build it, `finish` mends the HTML and publishes it.
"""
