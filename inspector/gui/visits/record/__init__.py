"""A completed visit: result, signatures, amendments; it must not know scoring."""
