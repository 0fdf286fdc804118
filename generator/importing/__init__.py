"""From a copied text or a saved page to the draft of an article: what it says of itself, and why that is believed."""
