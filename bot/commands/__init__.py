"""The commands of `python -m bot`, one file per group; `bot/cli.py` lists them. A command is thin: it wires and calls."""
