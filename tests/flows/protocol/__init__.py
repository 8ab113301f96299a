"""Tests of the data that physicians sign, and of its loader."""
