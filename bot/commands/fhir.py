"""`fhir CASE_ID`: a case and its check-ins as a FHIR R4 document on standard output, checked before it leaves.

Knows exit codes; must not know what stands in the document.
"""

import json

import click

from bot.commands.opened import opened
from bot.console.access import Access, Hidden
from bot.fhir_case import OPERATOR, document
from bot.fhir_conform import faults
from bot.rules import shipped_rules


@click.command()
@click.argument("case_id")
@click.pass_context
def fhir(context: click.Context, case_id: str) -> None:
    """Print the case as one FHIR R4 Bundle; exit 1 when an answer is none to its question, naming the question."""
    with opened() as here, here.database.write() as uow:
        rules = shipped_rules(here.settings.clinic_name)
        try:
            made = document(Access(uow, OPERATOR, here.clock(), rules), case_id)
        except Hidden:
            raise click.ClickException("There is no such case.") from None
        uow.commit()
    click.echo(json.dumps(made, ensure_ascii=False, indent=2))
    if found := faults(made):
        for fault in found:
            click.echo(fault, err=True)
        context.exit(1)
