"""Tests of the words: catalogue, guard, understanding."""
