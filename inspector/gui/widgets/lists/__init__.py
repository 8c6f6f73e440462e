"""Tables and lists, and how they are drawn and moved in; they must not know pages."""
