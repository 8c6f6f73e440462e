"""Days, spans and workdays with their holidays; knows nothing else of the domain."""
