"""Tests of MEMORY, on real SQLite and PostgreSQL."""
