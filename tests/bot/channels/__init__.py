"""Channels, each before its real SDK and a strict fake of the provider."""
