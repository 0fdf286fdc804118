"""The timeline, drawn at build time: time to scale, one sign an event, twice: lying for screens, upright for phones."""
