"""`flow` draws the conversation, `explore` walks all of it and checks every promise. Needs no database and no keys."""

import json
import sys
import time

import click


@click.command()
@click.option("--format", "shape", type=click.Choice(["mermaid", "json"]), default="mermaid", show_default=True)
def flow(shape: str) -> None:
    """Print the conversation as a graph."""
    from flows import graph

    click.echo(graph.mermaid() if shape == "mermaid" else json.dumps(graph.as_data(), ensure_ascii=False, indent=2))


@click.command()
def explore() -> None:
    """Walk every state of the conversation; exit 1 when any promise is broken."""
    from flows.rehearsal import rehearse

    began = time.perf_counter()
    report = rehearse()
    for name, figure in report.figures.items():
        click.echo(f"{name:<44} {figure}")
    click.echo(f"{'seconds':<44} {time.perf_counter() - began:.1f}")
    for fault in report.faults:
        click.echo(f"FAULT {fault}", err=True)
    sys.exit(1 if report.faults else 0)
