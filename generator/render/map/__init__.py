"""The map: what it shows (`scene`), where (`geometry`), drawn at build time (`drawing`) and alive (`live`)."""
