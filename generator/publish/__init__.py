"""From pages to a published site: written files, MkDocs, the last pass, the new site in the old one's place."""
