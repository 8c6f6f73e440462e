"""Archives that outlive this program: bags (BagIt, RFC 8493). It must not know what is in them."""
