"""Providers that behave as the real ones do, strictly: in process through an ASGI transport, or as servers of their own on loopback."""
