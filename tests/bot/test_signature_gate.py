"""The gate: production starts only when every clinical text in every language and the protocol are signed."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from bot import signing
from bot.checks import run_checks
from bot.commands.serve import require_signatures
from bot.settings import ConfigurationError, Settings
from flows.protocol import load
from messages.approvals import is_clinical
from messages.catalog import shipped
from messages.prompt import OFFERED
from tests.bot.test_processes import ROOT
from tests.ports import free_port

PRODUCTION = {"APP_ENV": "production", "APP_SECRET_KEY": "k" * 40, "APP_DATA_KEYS": Fernet.generate_key().decode()}


def settings(folder: Path, app_env: str) -> Settings:
    """Settings of a kind of environment."""
    keys = {"app_secret_key": PRODUCTION["APP_SECRET_KEY"], "app_data_keys": PRODUCTION["APP_DATA_KEYS"]}
    return Settings(app_env=app_env, app_data_dir=folder, **keys)  # type: ignore[arg-type] # pydantic reads these from text


@pytest.fixture
def signed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> signing.Ledgers:
    """Ledgers in which everything is signed."""
    kept = signing.Ledgers(tmp_path / "approvals.toml", tmp_path / "signature.toml")
    who = ("Dra. Ana Ruiz", "1234567", load().drafted_on)
    clinical = [(key, language) for language in OFFERED for key in sorted(shipped().keys(language)) if is_clinical(key)]
    signing.write([signing.approval_entry(key, language, *who) for key, language in clinical], kept.approvals)
    signing.write([signing.signature_entry(*who)], kept.signatures)
    monkeypatch.setattr(signing, "SHIPPED", kept)
    return kept


def test_production_refuses_while_anything_is_unsigned(tmp_path: Path) -> None:
    """One fault that names how many in each language, the protocol, and the next commands."""
    with pytest.raises(ConfigurationError) as refused:
        require_signatures(settings(tmp_path, "production"))
    (fault,) = refused.value.faults
    count = len(signing.outstanding().texts)
    each = sum(is_clinical(key) for key in shipped().keys(OFFERED[0]))
    assert count == each * len(OFFERED)
    for said in (f"{count} clinical texts", f"{OFFERED[0]} {each}", "the protocol", "python -m bot scripts", "python -m bot approve"):
        assert said in fault


@pytest.mark.parametrize("kind", ["development", "test"])
def test_elsewhere_it_is_only_noted(tmp_path: Path, kind: str) -> None:
    """A machine for trying out speaks unsigned words to nobody real."""
    require_signatures(settings(tmp_path, kind))


@pytest.mark.usefixtures("signed")
def test_production_starts_when_everything_is_signed(tmp_path: Path) -> None:
    """Texts and protocol."""
    require_signatures(settings(tmp_path, "production"))


def test_one_text_unsigned_is_enough_to_refuse(tmp_path: Path, signed: signing.Ledgers) -> None:
    """It is counted by language."""
    digest = shipped().digest("emergency-call", "es")
    signed.approvals.write_text(signed.approvals.read_text("utf-8").replace(digest, "0" * 64), "utf-8")
    with pytest.raises(ConfigurationError) as refused:
        require_signatures(settings(tmp_path, "production"))
    assert "1 clinical texts (es 1) await" in refused.value.faults[0]


def test_an_unsigned_protocol_is_enough_to_refuse(tmp_path: Path, signed: signing.Ledgers) -> None:
    """However well the texts are signed."""
    signed.signatures.write_text("", "utf-8")
    with pytest.raises(ConfigurationError) as refused:
        require_signatures(settings(tmp_path, "production"))
    assert refused.value.faults[0].startswith("the protocol await")


@pytest.mark.parametrize(("kind", "ok"), [("production", False), ("development", True)])
def test_doctor_lists_what_is_unsigned(tmp_path: Path, kind: str, ok: bool) -> None:  # noqa: FBT001 - a column of the table
    """Each text with its language, and the protocol; a fault in production only."""
    found = next(check for check in run_checks(settings(tmp_path, kind), offline=True) if check.name == "signatures")
    assert (found.ok, found.next) == (ok, signing.NEXT)
    assert {"emergency-call (es)", "outcomes-lupus (en)", "the protocol"} <= set(found.items)


@pytest.mark.usefixtures("signed")
def test_doctor_is_content_when_everything_is_signed(tmp_path: Path) -> None:
    """Nothing listed, nothing to do."""
    found = next(check for check in run_checks(settings(tmp_path, "production"), offline=True) if check.name == "signatures")
    assert (found.ok, found.items, found.next) == (True, (), "")


@pytest.fixture
def copy(tmp_path: Path) -> Iterator[Path]:
    """The product in a folder of its own, so that its ledgers can be signed."""
    for package in ("bot", "flows", "messages", "storage"):
        shutil.copytree(ROOT / package, tmp_path / "copy" / package, ignore=shutil.ignore_patterns("__pycache__"))
    yield tmp_path / "copy"
    shutil.rmtree(tmp_path / "copy")


def product(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """One command of the copied product, in production."""
    environment = {**PRODUCTION, "APP_DATA_DIR": str(folder / "var"), "PORT": str(free_port()), "PATH": ""}
    command = [sys.executable, "-m", "bot", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False)


@pytest.mark.processes
@pytest.mark.parametrize("process", ["serve", "web", "worker"])
def test_every_process_refuses_with_78(copy: Path, process: str) -> None:
    """Unsigned as shipped: named on standard error, with the faults of the settings if there are any."""
    done = product(copy, process)
    assert (done.returncode, "clinical texts" in done.stderr, "python -m bot approve" in done.stderr) == (78, True, True)


@pytest.mark.processes
def test_the_database_is_brought_up_to_date_before_anything_is_signed(copy: Path) -> None:
    """A release migrates first; migrating says nothing to a patient."""
    assert product(copy, "migrate").returncode == 0


@pytest.mark.processes
def test_a_signed_clinic_starts_and_a_changed_character_stops_it(copy: Path) -> None:
    """The whole way by command: sign, start, change a character, be refused."""
    who = ("--physician", "Dra. Ana Ruiz", "--licence", "1234567", "--yes")
    for language in OFFERED:
        assert product(copy, "approve", "--all", "--language", language, *who).returncode == 0
    assert product(copy, "approve", "--protocol", *who).returncode == 0
    assert product(copy, "migrate").returncode == 0
    started = product(copy, "worker", "--drain")
    assert (started.returncode, started.stderr) == (0, "")
    texts = copy / "messages" / "locales" / "es" / "emergencies.ftl"
    texts.write_text(texts.read_text("utf-8").replace("Llame ahora al", "Llame al", 1), "utf-8")
    refused = product(copy, "worker", "--drain")
    assert (refused.returncode, "1 clinical texts (es 1)" in refused.stderr) == (78, True)
