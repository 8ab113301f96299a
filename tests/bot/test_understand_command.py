"""`python -m bot understand`: JSON Lines in, JSON Lines out, in order, without database, keys or settings."""

import json

from click.testing import CliRunner

from bot.commands.understand import understand


def _asked(command: str, *lines: str) -> tuple[int, list[dict[str, object]], str]:
    result = CliRunner().invoke(understand, [command], input="\n".join(lines) + "\n")
    return result.exit_code, [json.loads(line) for line in result.stdout.splitlines()], result.stderr


def test_a_message_gives_its_published_labels() -> None:
    """Labels come in the order of the words; cues of the conversation stay inside."""
    code, told, _ = _asked("message", '{"id": 7, "text": "hola, no puedo respirar, tomo prednisona", "lang": "es", "more": 1}')
    assert (code, told) == (0, [{"id": 7, "labels": ["greeting", "emergency"]}])


def test_an_answer_gives_its_value() -> None:
    """A relative date is read on the day that was given."""
    asked = {"id": "a", "question_type": "date", "text": "ayer", "lang": "es", "context": "past_event", "today": "2026-03-01"}
    assert _asked("answer", json.dumps(asked)) == (0, [{"id": "a", "value": "2026-02-28"}], "")


def test_a_language_is_named() -> None:
    """A greeting tells its language."""
    assert _asked("language", '{"id": 1, "text": "bonjour docteur"}') == (0, [{"id": 1, "lang": "fr"}], "")


def test_a_line_that_cannot_be_read_is_named_by_number_only() -> None:
    """The others are answered, the exit code is that of usage, and no word of the line is repeated."""
    code, told, errors = _asked("message", '{"id": 1, "text": "secreto', '{"id": 2, "text": "gracias"}')
    assert (code, told) == (2, [{"id": 2, "labels": ["thanks"]}])
    assert "line 1" in errors
    assert "secreto" not in errors
