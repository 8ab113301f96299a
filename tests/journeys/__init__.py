"""Stories through the running product."""
