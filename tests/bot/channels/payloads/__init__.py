"""Deliveries as the providers word them, beside what each must be read as."""
