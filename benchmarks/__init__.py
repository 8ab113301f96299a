"""Measurements, beside what they are compared with, in one run. No part of the tests."""
