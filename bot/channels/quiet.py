"""Libraries whose log lines hold tokens or patients' words, made quiet.

httpx writes every URL at INFO, and Telegram's URLs hold the bot token; python-telegram-bot writes every text at DEBUG.
"""

import logging
from typing import Final

_TALKATIVE: Final = ("httpx", "httpcore", "telegram", "twilio")


def hush() -> None:
    """Let these loggers speak from WARNING on. Safe to call any number of times."""
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
