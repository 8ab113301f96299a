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
        return (Path(path).read_text().strip() if path else None), field_name, False

    def __call__(self) -> dict[str, Any]:
        """Every setting that has a readable `NAME_FILE`; the others are left to their defaults and reported by `unreadable_files`."""
        found: dict[str, Any] = {}
        for name, field in self.settings_cls.model_fields.items():
            try:
                value = self.get_field_value(field, name)[0]
            except (OSError, UnicodeDecodeError):
                continue
            if value is not None:
                found[name] = value
        return found


def unreadable_files(names: list[str]) -> list[str]:
    """One sentence for each `NAME_FILE` in the environment whose file cannot be read. `names` are setting names, lower case."""
    faults = []
    for variable in (f"{name.upper()}_FILE" for name in names):
        path = os.environ.get(variable, "")
        if path and not os.access(path, os.R_OK):
            faults.append(f"{variable}: the file cannot be read")
    return faults


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
