"""晨会: what the next meeting needs, holding it on the projector, its minutes."""
