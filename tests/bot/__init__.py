"""Tests of the runtime: turns, sends, web, worker, commands."""
