"""DECISIONS: what to ask next and what follows from an answer. Pure; may use `messages`, never storage, clocks or the network."""
