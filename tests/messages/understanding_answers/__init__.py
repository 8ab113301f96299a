"""Reading answers to a question, and the language they are written in."""
