"""Tests of the decisions: pure, no database, no network."""
