"""The commands of `python -m bot`: a table from name to where the command lives, imported only when called.

Knows names and exit codes (0 ok, 1 the check failed, 2 usage, 78 configuration); must not know what a command does.
"""

import importlib
import sys
from typing import Final, NamedTuple

import click


class Entry(NamedTuple):
    """Where a command lives (`module:attribute`) and what it does, in a line."""

    target: str
    summary: str


COMMANDS: Final = {
    "demo": Entry("bot.commands.demo:demo", "Patient simulator and staff console on this machine, with demo staff."),
    "serve": Entry("bot.commands.serve:serve", "Web and worker in one process: one clinic on one machine."),
    "web": Entry("bot.commands.serve:web", "The web process: webhooks, JSON API, console."),
    "worker": Entry("bot.commands.serve:worker", "The worker process: sends, timers, files, reconciliation."),
    "migrate": Entry("bot.commands.migrate:migrate", "Bring the database to this release's tables."),
    "chat": Entry("bot.commands.chat:chat", "A patient's conversation in the terminal."),
    "doctor": Entry("bot.commands.doctor:doctor", "Check settings, database, texts, templates and credentials."),
    "staff": Entry("bot.commands.staff:staff", "Add people of the clinic and make their tokens."),
    "guard": Entry("bot.commands.guard:command", "Judge outgoing texts from standard input (JSON Lines)."),
    "understand": Entry("bot.commands.understand:understand", "How the bot reads what people type (JSON Lines)."),
    "scripts": Entry("bot.commands.scripts:scripts", "Every text in every language with its approval and verdict."),
    "templates": Entry("bot.commands.templates:templates", "The texts to submit to the provider as templates."),
    "approve": Entry("bot.commands.approve:approve", "Write a physician's signature over texts, or over the protocol."),
    "flow": Entry("bot.commands.flow:flow", "The conversation graph."),
    "explore": Entry("bot.commands.flow:explore", "Walk every state of the conversation and check every invariant."),
    "measures": Entry("bot.commands.measures:measures", "Instruments of follow-up: list, check a filled file, score (JSON Lines)."),
    "research": Entry("bot.commands.research:research", "De-identified figures of those who allow it, for research."),
    "fhir": Entry("bot.commands.fhir:fhir", "A case and its check-ins as a FHIR R4 document."),
    "audit": Entry("bot.commands.audit:audit", "Verify the chain of audit rows."),
    "deadletters": Entry("bot.commands.deadletters:deadletters", "List or replay messages that could not be processed."),
    "replay": Entry("bot.commands.replay:replay", "Rebuild a conversation from its events and compare it with its transcript."),
    "release-check": Entry("bot.commands.release_check:release_check", "What this release does to the conversations that are open."),
    "reconcile": Entry("bot.commands.reconcile:reconcile", "Fetch messages the provider holds and we do not."),
}
"""Every command of this release. A command that is not installed yet says so and exits 2."""


class LazyGroup(click.Group):
    """A click group whose commands are imported when they are called; the help needs no import."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the signature is click's
        """Names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - the signature is click's
        """The command, imported now; None for an unknown name."""
        entry = COMMANDS.get(cmd_name)
        if entry is None:
            return None
        module, _, attribute = entry.target.partition(":")
        try:
            found = getattr(importlib.import_module(module), attribute)
        except ModuleNotFoundError as missing:
            if missing.name != module:
                raise
            raise click.UsageError(f"'{cmd_name}' is not part of this release.") from None
        return found if isinstance(found, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - the signature is click's
        """One line a command, without importing it."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.summary) for name, entry in COMMANDS.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Candor: intake triage by chat for a regenerative-medicine clinic."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command; the exit code. Configuration faults are named all at once on standard error, never a value of a secret."""
    from bot.settings import EXIT_CONFIGURATION, ConfigurationError

    try:
        outcome = cli.main(args=arguments, prog_name="python -m bot", standalone_mode=False)
    except ConfigurationError as error:
        for fault in error.faults:
            click.echo(f"configuration: {fault}", err=True)
        click.echo("Set them in the environment (or NAME_FILE for a secret), then run: python -m bot doctor", err=True)
        return EXIT_CONFIGURATION
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        return 1
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    return outcome if isinstance(outcome, int) else 0
