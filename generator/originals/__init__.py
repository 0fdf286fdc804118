"""The content held against the texts it was read in: quotations, fingerprints, how much was taken over."""
