"""Settings: every fault named at once, never a value; production is strict; development makes its own keys."""

import stat
from pathlib import Path

import pytest
from click.testing import CliRunner
from cryptography.fernet import Fernet

from bot.commands.doctor import doctor
from bot.settings import EXIT_CONFIGURATION, ConfigurationError, Settings, load_settings

CANARY = "canary-3f1c"
PRODUCTION = {"APP_ENV": "production", "APP_SECRET_KEY": "k" * 40, "APP_DATA_KEYS": Fernet.generate_key().decode()}


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting leaks in from the machine."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
        monkeypatch.delenv(f"{name.upper()}_FILE", raising=False)


def put(monkeypatch: pytest.MonkeyPatch, **variables: str) -> None:
    """Set environment variables."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)


def faults(monkeypatch: pytest.MonkeyPatch, **variables: str) -> list[str]:
    """The faults that this environment gives."""
    put(monkeypatch, **variables)
    with pytest.raises(ConfigurationError) as caught:
        load_settings()
    return caught.value.faults


@pytest.mark.parametrize(
    ("extra", "named"),
    [
        ({"PORT": "many"}, "PORT"),
        ({"LOG_LEVEL": "loud"}, "LOG_LEVEL"),
        ({"CLINIC_TIMEZONE": "Mars/Olympus"}, "CLINIC_TIMEZONE"),
        ({"CLINIC_COUNTRY": "Mexico"}, "CLINIC_COUNTRY"),
        ({"CLINIC_HOURS": "nine to five"}, "CLINIC_HOURS: must be written like mon-fri 09:00-18:00"),
        ({"CLINIC_HOURS": "mon-fri 18:00-09:00"}, "CLINIC_HOURS: must open before it shuts"),
        ({"CLINIC_HOURS": "mon-fri 09:00-18:00, wed 10:00-12:00"}, "CLINIC_HOURS: has hours that overlap"),
        ({"APP_DATA_KEYS": "short"}, "APP_DATA_KEYS"),
        ({"APP_SECRET_KEY": "short"}, "APP_SECRET_KEY"),
        ({"APP_CLOCK": "file:/tmp/clock.json"}, "APP_CLOCK"),
        ({"APP_CLOCK": "yesterday"}, "APP_CLOCK"),
        ({"HTTP_EGRESS_ALLOW_PRIVATE": "1"}, "HTTP_EGRESS_ALLOW_PRIVATE"),
        ({"PUBLIC_BASE_URL": "not a url"}, "PUBLIC_BASE_URL"),
        ({"TELEGRAM_BOT_TOKEN": "1:x"}, "TELEGRAM_WEBHOOK_SECRET"),
        ({"TELEGRAM_POLLING": "1"}, "TELEGRAM_BOT_TOKEN"),
        ({"TELEGRAM_BOT_TOKEN": "1:x", "TELEGRAM_WEBHOOK_SECRET": "a b"}, "TELEGRAM_WEBHOOK_SECRET"),
        ({"TWILIO_ACCOUNT_SID": "AC1"}, "TWILIO_AUTH_TOKEN"),
        ({"TWILIO_ACCOUNT_SID": "AC1", "TWILIO_AUTH_TOKEN": "t"}, "PUBLIC_BASE_URL"),
        ({"TELEGRAM_BOT_TOKEN": "1:x", "TELEGRAM_API_BASE_URL": "http://127.0.0.1:9"}, "TELEGRAM_API_BASE_URL"),
        ({"TWILIO_ACCOUNT_SID": "AC1", "TWILIO_API_BASE_URL": "http://[::1]:9"}, "TWILIO_API_BASE_URL"),
        ({"TWILIO_ACCOUNT_SID": "AC1", "TWILIO_CONTENT_BASE_URL": "http://localhost:9"}, "TWILIO_CONTENT_BASE_URL"),
        ({"TWILIO_API_KEY_SID": "SK1"}, "TWILIO_API_KEY_SECRET"),
        ({"APP_SECRET_KEY_FILE": "/nowhere/key"}, "APP_SECRET_KEY_FILE"),
        ({"BURST_WAIT_SECONDS": "-1"}, "BURST_WAIT_SECONDS"),
        ({"APP_DATA_KEYS": "  "}, "APP_DATA_KEYS is missing"),
        ({"TELEGRAM_BOT_TOKEN": "1:x", "TELEGRAM_WEBHOOK_SECRET": " "}, "TELEGRAM_WEBHOOK_SECRET is missing"),
        ({"DATABASE_URL": "mysql://u:p@h/x"}, "DATABASE_URL"),
        ({"DATABASE_URL": "garbage"}, "DATABASE_URL"),
        ({"DATABASE_URL": "postgresql://u:p@h:port/x"}, "DATABASE_URL"),
    ],
)
def test_each_fault_is_named(monkeypatch: pytest.MonkeyPatch, extra: dict[str, str], named: str) -> None:
    """A faulty setting is named in the list of faults."""
    assert any(named in fault for fault in faults(monkeypatch, **{**PRODUCTION, **extra}))


def test_all_faults_come_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Faults of single values and faults between settings stand in one list."""
    found = "\n".join(faults(monkeypatch, APP_ENV="production", PORT="x", APP_CLOCK="file:/x", TWILIO_ACCOUNT_SID="AC1"))
    assert all(name in found for name in ("PORT", "APP_CLOCK", "APP_SECRET_KEY", "APP_DATA_KEYS", "TWILIO_AUTH_TOKEN", "PUBLIC_BASE_URL"))


def test_the_doctor_names_the_same_faults(monkeypatch: pytest.MonkeyPatch) -> None:
    """Opening hours that cannot be read stand beside every other fault, with the exit code of a bad configuration."""
    put(monkeypatch, APP_ENV="test", PORT="x", CLINIC_HOURS="lunes a viernes")
    told = CliRunner().invoke(doctor, ["--offline"])
    assert told.exit_code == EXIT_CONFIGURATION
    assert "CLINIC_HOURS: must be written like mon-fri 09:00-18:00" in told.stdout
    assert "PORT" in told.stdout
    assert "lunes" not in told.stdout


def test_no_fault_shows_a_value(monkeypatch: pytest.MonkeyPatch) -> None:
    """A secret that is itself the fault is not repeated in the message."""
    found = faults(monkeypatch, **{**PRODUCTION, "APP_DATA_KEYS": CANARY, "TELEGRAM_BOT_TOKEN": CANARY, "PUBLIC_BASE_URL": CANARY})
    assert CANARY not in "\n".join(found)


def test_repr_hides_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    """Printing the settings shows no secret."""
    put(monkeypatch, **PRODUCTION, TWILIO_API_KEY_SID="SK1", TWILIO_API_KEY_SECRET=CANARY)
    assert CANARY not in repr(load_settings())


def test_a_secret_may_stand_in_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """NAME_FILE gives the secret without its line end."""
    (tmp_path / "key").write_text("f" * 40 + "\n")
    put(monkeypatch, APP_ENV="production", APP_DATA_KEYS=PRODUCTION["APP_DATA_KEYS"], APP_SECRET_KEY_FILE=str(tmp_path / "key"))
    assert load_settings().secret_key() == "f" * 40


@pytest.mark.parametrize(("content", "fault"), [(b"", "empty"), (b" \n", "empty"), (b"\xff\xfe", "UTF-8"), (None, "directory")])
@pytest.mark.parametrize("name", ["APP_DATA_KEYS", "TELEGRAM_BOT_TOKEN", "TELEGRAM_WEBHOOK_SECRET"])
def test_a_file_that_gives_no_secret_is_a_fault(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, content: bytes | None, fault: str
) -> None:
    """An empty secret would switch off what it protects; a file that holds none is named with its reason."""
    path = tmp_path / "secret"
    path.mkdir() if content is None else path.write_bytes(content)
    given = {**PRODUCTION, f"{name}_FILE": str(path)}
    given.pop(name, None)
    assert [found for found in faults(monkeypatch, **given) if found.startswith(f"{name}_FILE: ") and fault in found]


def test_development_makes_private_keys_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without keys, a developer's machine makes them, keeps them and lets nobody else read them."""
    put(monkeypatch, APP_ENV="development", APP_DATA_DIR=str(tmp_path))
    first, second = load_settings(), load_settings()
    assert first.data_keys() == second.data_keys()
    assert stat.S_IMODE((tmp_path / "development-data-keys").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("postgres://u@h/d", "postgresql+psycopg://u@h/d"),
        ("postgresql://u@h/d", "postgresql+psycopg://u@h/d"),
        ("sqlite:///x.db", "sqlite:///x.db"),
    ],
)
def test_database_urls_get_their_driver(monkeypatch: pytest.MonkeyPatch, given: str, used: str) -> None:
    """Both spellings of PostgreSQL are accepted."""
    put(monkeypatch, APP_ENV="test", DATABASE_URL=given)
    assert load_settings().effective_database_url() == used


def test_loopback_providers_are_for_trials(monkeypatch: pytest.MonkeyPatch) -> None:
    """Outside production the switch permits them."""
    put(monkeypatch, APP_ENV="test", TELEGRAM_BOT_TOKEN="1:x", TELEGRAM_WEBHOOK_SECRET="s", TELEGRAM_API_BASE_URL="http://127.0.0.1:9")
    put(monkeypatch, HTTP_EGRESS_ALLOW_PRIVATE="1")
    assert load_settings().telegram_api_base_url == "http://127.0.0.1:9"


def test_an_empty_variable_counts_as_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    """`TELEGRAM_BOT_TOKEN=` leaves the channel off."""
    put(monkeypatch, APP_ENV="test", TELEGRAM_BOT_TOKEN="", PORT="")
    assert (load_settings().telegram_on, load_settings().port) == (False, 8000)
