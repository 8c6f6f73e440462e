"""The morning meeting (晨会), its agenda, decisions and minutes; must not know papers."""
