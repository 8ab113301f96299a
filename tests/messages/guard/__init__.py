"""Tests of the guard: corpora, disguises, scope, data files, robustness and speed."""
