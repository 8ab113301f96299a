"""Secrets kept in files: `NAME_FILE` beside every secret setting, and the keys a developer's machine makes for itself.

Knows files and names; must not know what a secret is for. A secret never stands in an exception or a log line.
"""

import os
import secrets
from pathlib import Path
from typing import Any

from cryptography.fernet import Fernet
from pydantic.fields import FieldInfo
from pydantic_settings import PydanticBaseSettingsSource


class FileSecrets(PydanticBaseSettingsSource):
    """Reads setting `NAME` from the file that `NAME_FILE` names. An unreadable file is a fault of `NAME_FILE`, named by the caller."""

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:  # noqa: ARG002 - the signature is pydantic's
        """The file's text without its line end, or None when `NAME_FILE` is not set."""
        path = os.environ.get(f"{field_name.upper()}_FILE", "")
        return (Path(path).read_text("utf-8").strip() if path else None), field_name, False

    def __call__(self) -> dict[str, Any]:
        """Every setting whose `NAME_FILE` holds something; the others are left to their defaults and reported by `unreadable_files`."""
        found: dict[str, Any] = {}
        for name, field in self.settings_cls.model_fields.items():
            try:
                value = self.get_field_value(field, name)[0]
            except (OSError, UnicodeDecodeError):
                continue
            if value:
                found[name] = value
        return found


def unreadable_files(names: list[str]) -> list[str]:
    """One sentence for each `NAME_FILE` in the environment whose file gives no value. `names` are setting names, lower case."""
    given = {variable: os.environ.get(variable, "") for variable in (f"{name.upper()}_FILE" for name in names)}
    return [f"{variable}: {fault}" for variable, path in given.items() if path and (fault := _fault_of(Path(path)))]


def _fault_of(path: Path) -> str:
    """Why a file gives no value. An empty one is a mistake: taken as "not set" it would switch a channel or a check off in silence."""
    try:
        return "" if path.read_text("utf-8").strip() else "the file is empty"
    except IsADirectoryError:
        return "names a directory, not a file"
    except UnicodeDecodeError:
        return "the file is not UTF-8 text"
    except (OSError, ValueError):
        return "the file cannot be read"


def development_secret(folder: Path, name: str) -> str:
    """The secret kept as `folder/development-NAME` (mode 0600), made on first use. Two processes starting together agree on one."""
    path = folder / f"development-{name}"
    if not path.exists():
        _make_once(path, Fernet.generate_key().decode() if name == "data-keys" else secrets.token_urlsafe(48))
    return path.read_text().strip()


def _make_once(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(text)
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
