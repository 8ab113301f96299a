"""`scripts`: the script book as one self-contained page, or as JSON. Needs no database, no keys, no settings.

Thin: knows where to write; must not know what a book is made of.
"""

import json
import sys
from datetime import date
from pathlib import Path

import click

from messages.prompt import LANGUAGES


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Every key with languages, purpose, variables, limits, verdict and approval.")
@click.option("--language", type=click.Choice(LANGUAGES), help="One language instead of all, for the page.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
def scripts(*, as_json: bool, language: str | None, out: Path | None) -> None:
    """Write every text in every language beside its approval, length, readability and the guard's verdict."""
    from bot.script_book import shipped_book
    from bot.script_book_listing import listing
    from bot.script_book_pages import whole
    from flows.protocol import load

    book = shipped_book()
    if as_json:
        entries = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in listing(book))
        written = f"[\n{entries}\n]\n"
    else:
        written = whole(book, load(), date.today(), language or "")  # noqa: DTZ011 - the day where the book is printed
    if out is None:
        sys.stdout.buffer.write(written.encode())
    else:
        out.write_text(written, "utf-8", newline="\n")
        click.echo(f"Written: {out}", err=True)
