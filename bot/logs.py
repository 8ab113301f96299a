"""Log lines: JSON (or laid out for a person), only keys on the list below, never a message text, address, name or exception argument.

Knows what may be written; must not know who writes it. A library's message is reduced to its template or dropped: its arguments may
hold an address or a token in a URL.
"""

import logging
import sys
import threading
import traceback
from types import TracebackType
from typing import Final, TextIO

import structlog
from structlog.types import EventDict, Processor, WrappedLogger

ALLOWED: Final = frozenset(
    {
        "ts", "level", "event", "logger", "process", "request_id", "case_ref", "conversation_id", "actor_ref", "role", "channel", "send_id",
        "message_key", "purpose", "outcome", "state", "rule", "dur_ms", "error", "error_code", "where", "count", "attempt", "attempts",
        "inbox_id", "attachment_id", "kind", "reason", "route", "method", "status", "seconds", "setting", "port", "host", "pending",
    }
)  # fmt: skip
"""Every key a log line may carry: ids, codes, counts. A key that is not here is dropped and counted in `dropped`."""

QUIET: Final = (
    "httpx",
    "httpcore",
    "telegram",
    "twilio",
    "transitions",
    "asyncio",
    "multipart",
    "python_multipart",
    "sqlalchemy",
    "PIL",
    "alembic",
)
"""Loggers of libraries that would write URLs, bodies or parameters below WARNING."""

TEMPLATES: Final = ("uvicorn", "alembic")
"""Loggers whose message templates are constant text of their own."""


def allow_listed(_logger: WrappedLogger, _name: str, event: EventDict) -> EventDict:
    """Keep allowed keys with plain values; anything else is dropped and only counted."""
    own = {key: event[key] for key in ("_record", "_from_structlog") if key in event}
    kept = {key: value for key, value in event.items() if key in ALLOWED and isinstance(value, str | int | float | bool | None)}
    if dropped := len(event) - len(kept) - len(own):
        kept["dropped"] = dropped
    return {**kept, **own}


def code_lines(kind: type[BaseException] | None, trace: TracebackType | None, *, last: int = 8) -> str:
    """Where an exception came from: its type, then `file:line function` of the last frames. Never its text or a value."""
    frames = traceback.extract_tb(trace)[-last:] if trace else []
    places = " < ".join(f"{frame.filename.rsplit('/site-packages/')[-1]}:{frame.lineno} {frame.name}" for frame in reversed(frames))
    return f"{kind.__name__ if kind else 'Exception'} at {places}" if places else (kind.__name__ if kind else "Exception")


def exception_without_values(_logger: WrappedLogger, _name: str, event: EventDict) -> EventDict:
    """Replace `exc_info` by the exception's type and code lines."""
    info = event.pop("exc_info", None)
    if info is True:
        info = sys.exc_info()
    elif isinstance(info, BaseException):
        info = (type(info), info, info.__traceback__)
    if isinstance(info, tuple) and info[0] is not None:
        event["error"], event["where"] = info[0].__name__, code_lines(info[0], info[2])
    return event


class LibraryFormatter(structlog.stdlib.ProcessorFormatter):
    """Lays out lines of libraries too, after taking their arguments away."""

    def format(self, record: logging.LogRecord) -> str:
        """One line. A record that structlog did not make loses its arguments, and its words unless they are a known template."""
        if isinstance(record.msg, dict):
            return super().format(record)
        known = record.name.split(".")[0] in TEMPLATES and isinstance(record.msg, str)
        bare = logging.makeLogRecord({**record.__dict__, "args": (), "msg": record.msg if known else "library message"})
        bare.exc_text = None
        return super().format(bare)


def configure_logs(level: str, *, console: bool, process: str = "", stream: TextIO | None = None) -> None:
    """Send every log line of this process to standard output (or `stream`), scrubbed, and what ends a thread or the process too."""
    logging.raiseExceptions = False
    shared: list[Processor] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True, key="ts"),
        exception_without_values,
        allow_listed,
    ]
    layout: Processor = structlog.dev.ConsoleRenderer(colors=False) if console else structlog.processors.JSONRenderer()
    structlog.configure(
        processors=[structlog.stdlib.filter_by_level, *shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )
    target = logging.StreamHandler(stream or sys.stdout)
    target.setFormatter(
        LibraryFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, _naming(process), layout],
        )
    )
    logging.basicConfig(level=level, handlers=[target], force=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    _catch_the_uncaught()


def _naming(process: str) -> Processor:
    def name(_logger: WrappedLogger, _name: str, event: EventDict) -> EventDict:
        return {**event, "process": process} if process else event

    return name


def _catch_the_uncaught() -> None:
    log = structlog.stdlib.get_logger("uncaught")

    def process_ended(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not isinstance(error, KeyboardInterrupt):
            log.critical("uncaught", error=kind.__name__, where=code_lines(kind, trace))

    def thread_ended(what: threading.ExceptHookArgs) -> None:
        log.critical("uncaught_in_thread", error=what.exc_type.__name__, where=code_lines(what.exc_type, what.exc_traceback))

    sys.excepthook = process_ended
    threading.excepthook = thread_ended
