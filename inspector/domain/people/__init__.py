"""Who inspects: inspectors, their groups, and the party that makes a visit."""
