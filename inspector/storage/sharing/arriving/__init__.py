"""Taking in what another laptop made: what becomes of each object, its rows, its roster."""
