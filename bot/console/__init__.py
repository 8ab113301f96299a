"""What staff see and do. `access.py` is the one door to a patient's record."""
