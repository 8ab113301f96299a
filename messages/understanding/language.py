"""The language a message is written in: `en es pt fr`, `de it` where sure, else `unclear`."""


def read_language(said: str) -> str:
    """The language of a message, or `unclear`."""
    return read_language_detail(said)[0]


def read_language_detail(said: str) -> tuple[str, bool]:
    """The language of a message and whether it is certain."""
    return "unclear", False
