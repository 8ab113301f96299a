"""WORDS: what may be said and what is understood, per language. Pure; knows nothing of the flow, the database or the channels."""
