"""Tying the dossier together: who met whom, who says so, and names in bodies that become links."""
