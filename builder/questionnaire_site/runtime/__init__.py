"""Python for the browser: what of it is shipped, how it is packed, and our own wheels."""
