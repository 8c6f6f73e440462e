"""Copies that only a passphrase opens, in age's format; it must not know what is in them."""
