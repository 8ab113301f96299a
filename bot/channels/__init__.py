"""One file per channel: parse, verify, send, verdict of an error. Channels know neither storage nor each other."""
