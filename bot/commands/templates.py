"""`templates`: the texts to submit to the provider for approval, as a list to print, as JSON, or as the skeleton of the operator's file.

Needs no database and no keys; must not know how a template is sent.
"""

import json
from dataclasses import asdict

import click


@click.command()
@click.option("--clinic", envvar="CLINIC_NAME", default="Regeneris", show_default=True, help="The clinic's name as patients read it.")
@click.option("--json", "shape", flag_value="json", help="One JSON list.")
@click.option("--toml", "shape", flag_value="toml", help="The skeleton of TWILIO_CONTENT_SIDS, one line a template.")
def templates(clinic: str, shape: str | None) -> None:
    """Print every template to submit: category, language, exact text, buttons."""
    from bot.templates import CATEGORY
    from bot.templates import templates as all_of

    found = list(all_of(clinic))
    if shape == "json":
        click.echo(json.dumps([{**asdict(each), "category": CATEGORY} for each in found], ensure_ascii=False, indent=2))
        return
    if shape == "toml":
        for key in dict.fromkeys(each.key for each in found):
            click.echo(f"[{key}]")
            click.echo("".join(f'{each.language} = "HX"\n' for each in found if each.key == key))
        return
    for each in found:
        click.echo(f"{each.key}_{each.language}".replace("-", "_"))
        click.echo(f"  category {CATEGORY}, language {each.language}, {len(each.body)} characters, no variables")
        click.echo(f"  {each.body}")
        for place, (option, label) in enumerate(each.buttons, start=1):
            click.echo(f"  button {place}: {label} (id: {option})")
        for fault in each.faults:
            click.echo(f"  FAULT {fault}", err=True)
        click.echo("")
