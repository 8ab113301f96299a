"""`approve`: writes a named physician's signature over texts, or over the protocol, into the ledger. Thin: it asks and calls.

The command only writes down who signed; that the person read every word is that person's word, so it is asked in full.
"""

from collections.abc import Sequence
from datetime import date

import click

from messages.prompt import LANGUAGES


@click.command()
@click.argument("keys", nargs=-1)
@click.option("--physician", required=True, help="Full name as in the professional register.")
@click.option("--licence", required=True, help="Professional licence (cédula profesional).")
@click.option("--language", type=click.Choice(LANGUAGES), help="Language of the texts approved.")
@click.option("--protocol", is_flag=True, help="Sign the protocol data instead of texts.")
@click.option("--all", "everything", is_flag=True, help="All clinical texts of the language that are not approved yet.")
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="Day of the signature (today).")
@click.option("--yes", is_flag=True, help="The physician has confirmed having read every word.")
def approve(
    keys: tuple[str, ...], physician: str, licence: str, language: str | None, *, protocol: bool, everything: bool, day: object, yes: bool
) -> None:
    """Write a physician's approval of KEYS (or --all, or --protocol) into the ledger."""
    from bot import signing

    signer = (physician, licence, day.date() if hasattr(day, "date") else date.today())  # noqa: DTZ011 - the day in the physician's place
    _check(physician, licence, language, keys=bool(keys or everything), protocol=protocol)
    if everything:
        keys = tuple(each.key for each in signing.outstanding((str(language),)).texts)
    if not protocol and not keys:
        click.echo(f"Every clinical text in {language} is approved as it stands.")
        return
    what = "the protocol" if protocol else f"{len(keys)} text(s) in {language}"
    if not yes:
        click.confirm(f"{physician} ({licence}) has read every word of {what} and approves it?", abort=True)
    _sign((), signer) if protocol else _sign([(key, str(language)) for key in keys], signer)
    click.echo(f"Signed: {what}.")


def _check(physician: str, licence: str, language: str | None, *, keys: bool, protocol: bool) -> None:
    if not physician.strip() or not licence.strip():
        raise click.UsageError("A signature needs a name and a licence.")
    if protocol == keys:
        raise click.UsageError("Name the texts (KEYS, or --all), or give --protocol.")
    if not protocol and language is None:
        raise click.UsageError("Texts are approved language by language: give --language.")


def _sign(texts: Sequence[tuple[str, str]], signer: tuple[str, str, date]) -> None:
    """Write entries over texts (key, language), or over the protocol when there are none; all of them or nothing."""
    from bot import signing
    from messages.catalog import MissingText

    try:
        if texts:
            signing.write([signing.approval_entry(key, language, *signer) for key, language in texts], signing.SHIPPED.approvals)
        else:
            signing.write([signing.signature_entry(*signer)], signing.SHIPPED.signatures)
    except MissingText as missing:
        raise click.ClickException(f"There is no text {missing}. `python -m bot scripts` lists them all.") from None
    except ValueError as fault:
        raise click.UsageError(f"{str(fault).capitalize()}.") from None
