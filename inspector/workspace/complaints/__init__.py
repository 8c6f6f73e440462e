"""The register of complaints: what can be read of it, and every step as an operation."""
