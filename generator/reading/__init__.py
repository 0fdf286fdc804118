"""Reading a raw press text: what clings to it, whom and what it names, when, in whose words."""
