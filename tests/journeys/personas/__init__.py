"""Whole people: their stories as data, played through the simulator against the running product."""
