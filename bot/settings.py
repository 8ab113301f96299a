"""What the environment says, checked once at the start: every fault named together, never a value.

Knows names, defaults and rules between settings; must not open the database, the network or a channel.
"""

from ipaddress import ip_address
from pathlib import Path
from typing import Any, Literal, Self
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from cryptography.fernet import Fernet
from pydantic import AnyHttpUrl, Field, SecretStr, TypeAdapter, ValidationError, ValidationInfo, field_validator, model_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from bot.secret_files import FileSecrets, development_secret, unreadable_files
from flows.opening_hours import ALWAYS, OpeningHours, parse

EXIT_CONFIGURATION = 78
"""sysexits' EX_CONFIG, as contract.md 2 fixes it."""

_URL = TypeAdapter(AnyHttpUrl)


class ConfigurationError(Exception):
    """The environment cannot be used. `faults` are sentences that name settings and never hold a value."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__(f"{len(faults)} configuration fault(s)")
        self.faults = faults


class Settings(BaseSettings):
    """Everything `contract.md` 3 names, plus `BURST_WAIT_SECONDS`. Durations in seconds. Secrets never show in `repr`."""

    model_config = SettingsConfigDict(
        env_ignore_empty=True, extra="ignore", hide_input_in_errors=True, frozen=True, str_strip_whitespace=True
    )

    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)
    database_url: str = ""
    public_base_url: str = ""
    app_env: Literal["production", "development", "test"] = "production"
    app_secret_key: SecretStr | None = None
    app_data_keys: SecretStr | None = None
    app_data_dir: Path = Path("var")
    measures_dir: Path | None = None
    clinic_name: str = "Regeneris"
    clinic_timezone: str = "America/Mexico_City"
    clinic_hours: str = ""
    clinic_country: str = Field(default="MX", pattern="^[A-Z]{2}$")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["json", "console", ""] = ""
    shutdown_timeout_seconds: float = Field(default=25, gt=0, le=300)
    burst_wait_seconds: float = Field(default=2.0, ge=0, le=30)
    first_response_hours: float = Field(default=24, gt=0, le=720)
    urgent_response_hours: float = Field(default=4, gt=0, le=720)
    next_response_hours: float = Field(default=24, gt=0, le=720)
    resolution_hours: float = Field(default=120, gt=0, le=2160)

    telegram_bot_token: SecretStr | None = None
    telegram_webhook_secret: SecretStr | None = None
    telegram_api_base_url: str = "https://api.telegram.org"
    telegram_polling: bool = False
    telegram_staff_chat_id: str = Field(default="", pattern=r"^(-?[0-9]{1,20})?$")
    telegram_staff_language: Literal["es", "en"] = "es"
    staff_escalation_email: str = ""

    twilio_account_sid: str = ""
    twilio_auth_token: SecretStr | None = None
    twilio_auth_token_secondary: SecretStr | None = None
    twilio_api_key_sid: str = ""
    twilio_api_key_secret: SecretStr | None = None
    twilio_whatsapp_from: str = ""
    twilio_messaging_service_sid: str = ""
    twilio_api_base_url: str = "https://api.twilio.com"
    twilio_content_base_url: str = "https://content.twilio.com"
    twilio_media_redirect_hosts: str = ""
    twilio_content_sids: Path | None = None

    http_egress_allow_private: bool = False
    app_clock: str = Field(default="system", pattern="^(system|file:.+)$")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - the signature is pydantic's
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - replaced by NAME_FILE
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments, then the environment, then `NAME_FILE` for every secret."""
        return init_settings, env_settings, FileSecrets(settings_cls)

    @field_validator("*", mode="before")
    @classmethod
    def _blank_is_unset(cls, value: object, info: ValidationInfo) -> object:
        """Spaces alone say nothing: a secret made of them would count as set and protect nothing."""
        shown = value.get_secret_value() if isinstance(value, SecretStr) else value
        if isinstance(shown, str) and not shown.strip():
            return cls.model_fields[str(info.field_name)].get_default()
        return value

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, value: str) -> str:
        from sqlalchemy.exc import ArgumentError

        from storage.engine import parse_url

        try:
            if value:
                parse_url(value)
        except (ArgumentError, ValueError):
            raise ValueError("must be sqlite:///path or postgresql://user:password@host:port/name") from None
        return value

    @field_validator("log_level", mode="before")
    @classmethod
    def _upper(cls, value: object) -> object:
        return value.upper() if isinstance(value, str) else value

    @field_validator("clinic_timezone")
    @classmethod
    def _known_timezone(cls, value: str) -> str:
        if value not in available_timezones():
            raise ValueError("is not a time zone name such as America/Mexico_City")
        return value

    @field_validator("clinic_hours")
    @classmethod
    def _known_hours(cls, value: str) -> str:
        parse(value)
        return value

    @field_validator("telegram_webhook_secret")
    @classmethod
    def _secret_alphabet(cls, value: SecretStr | None) -> SecretStr | None:
        text = value.get_secret_value() if value else "x"
        if not (len(text) <= 256 and text.isascii() and text.replace("-", "").replace("_", "").isalnum()):
            raise ValueError("must be 1 to 256 letters, digits, _ or - (Telegram's rule for secret_token)")
        return value

    @field_validator("app_data_keys")
    @classmethod
    def _fernet_keys(cls, value: SecretStr | None) -> SecretStr | None:
        for key in value.get_secret_value().split(",") if value else ():
            try:
                Fernet(key.strip().encode())
            except ValueError:
                raise ValueError("each entry must be 32 random bytes in URL-safe base64") from None
        return value

    @field_validator("public_base_url", "telegram_api_base_url", "twilio_api_base_url", "twilio_content_base_url")
    @classmethod
    def _http_url(cls, value: str) -> str:
        if value:
            _URL.validate_python(value)
        return value.rstrip("/")

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if faults := [*_channel_faults(self), *_egress_faults(self), *_production_faults(self)]:
            raise ValueError("\n".join(faults))
        return self

    @property
    def production(self) -> bool:
        """Whether the strict rules hold."""
        return self.app_env == "production"

    @property
    def reached_at(self) -> str:
        """The address links begin with: `PUBLIC_BASE_URL`, or where this process listens when none is set."""
        return self.public_base_url or f"http://{self.host}:{self.port}"

    @property
    def opening_hours(self) -> OpeningHours:
        """The hours routine deadlines are counted in; without `CLINIC_HOURS` every hour counts."""
        week = parse(self.clinic_hours)
        return OpeningHours(week, self.clinic_timezone) if week else ALWAYS

    @property
    def telegram_on(self) -> bool:
        """Whether the Telegram channel is configured."""
        return self.telegram_bot_token is not None

    @property
    def twilio_on(self) -> bool:
        """Whether the WhatsApp channel is configured."""
        return bool(self.twilio_account_sid)

    @property
    def console_logs(self) -> bool:
        """Whether logs are laid out for a person at a terminal."""
        return self.log_format == "console" or (self.log_format == "" and self.app_env == "development")

    def effective_database_url(self) -> str:
        """`DATABASE_URL` with SQLAlchemy's driver name, or the SQLite file under `APP_DATA_DIR`."""
        url = self.database_url or f"sqlite:///{self.app_data_dir / 'candor.db'}"
        scheme, separator, rest = url.partition("://")
        return f"postgresql+psycopg{separator}{rest}" if scheme in {"postgres", "postgresql"} else url

    def data_keys(self) -> list[str]:
        """The data keys, the first one encrypts. Outside production they are made and kept under `APP_DATA_DIR` (0600) when not given."""
        joined = self.app_data_keys.get_secret_value() if self.app_data_keys else ""
        return [key.strip() for key in (joined or development_secret(self.app_data_dir, "data-keys")).split(",")]

    def secret_key(self) -> str:
        """The key that signs sessions; made and kept like `data_keys` outside production."""
        return self.app_secret_key.get_secret_value() if self.app_secret_key else development_secret(self.app_data_dir, "secret-key")


def _channel_faults(s: Settings) -> list[str]:
    rules = (
        (s.telegram_on and not s.telegram_polling and s.telegram_webhook_secret is None, "TELEGRAM_WEBHOOK_SECRET is missing"),
        (s.telegram_polling and not s.telegram_on, "TELEGRAM_POLLING is set without TELEGRAM_BOT_TOKEN"),
        (s.twilio_on and s.twilio_auth_token is None, "TWILIO_AUTH_TOKEN is missing (webhooks are signed with it)"),
        (
            s.twilio_on and not (s.twilio_whatsapp_from or s.twilio_messaging_service_sid),
            "TWILIO_WHATSAPP_FROM or TWILIO_MESSAGING_SERVICE_SID is missing",
        ),
        (
            bool(s.twilio_api_key_sid) != (s.twilio_api_key_secret is not None),
            "TWILIO_API_KEY_SID and TWILIO_API_KEY_SECRET must be set together",
        ),
        (s.twilio_on and not s.public_base_url, "PUBLIC_BASE_URL is missing (Twilio's signature covers it)"),
        (s.twilio_content_sids is not None and not s.twilio_content_sids.is_file(), "TWILIO_CONTENT_SIDS names no readable file"),
    )
    return [fault for broken, fault in rules if broken]


def _egress_faults(s: Settings) -> list[str]:
    """Providers on this machine or in this network are for trials: without the switch they are a mistake, or an attack."""
    if s.http_egress_allow_private:
        return []
    on = {
        "TELEGRAM_API_BASE_URL": s.telegram_on and _private(s.telegram_api_base_url),
        "TWILIO_API_BASE_URL": s.twilio_on and _private(s.twilio_api_base_url),
        "TWILIO_CONTENT_BASE_URL": s.twilio_on and _private(s.twilio_content_base_url),
    }
    return [
        f"{name} is a private address (HTTP_EGRESS_ALLOW_PRIVATE=1 permits it outside production)"
        for name, private in on.items()
        if private
    ]


def _private(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    try:
        return not ip_address(host).is_global
    except ValueError:
        return host == "localhost" or host.endswith((".localhost", ".local", ".internal"))


def _production_faults(s: Settings) -> list[str]:
    rules = (
        (s.app_secret_key is None, "APP_SECRET_KEY is missing"),
        (s.app_secret_key is not None and len(s.app_secret_key.get_secret_value()) < 32, "APP_SECRET_KEY is shorter than 32 characters"),
        (s.app_data_keys is None, "APP_DATA_KEYS is missing"),
        (s.app_clock != "system", "APP_CLOCK must be system in production"),
        (s.http_egress_allow_private, "HTTP_EGRESS_ALLOW_PRIVATE is refused in production"),
    )
    return [fault for broken, fault in rules if broken] if s.production else []


def load_settings(**overrides: Any) -> Settings:  # noqa: ANN401 - the model checks them
    """The settings of this process. Raises `ConfigurationError` naming every fault at once."""
    faults = unreadable_files(list(Settings.model_fields))
    try:
        settings = Settings(**overrides)
    except ValidationError as error:
        wrong = {str(item["loc"][0]): item["msg"] for item in _details(error) if item["loc"]}
        between = _faults_between({**overrides, **{name: Settings.model_fields[name].default for name in wrong}})
        raise ConfigurationError([*faults, *(f"{name.upper()}: {_plain(text)}" for name, text in wrong.items()), *between]) from None
    if faults:
        raise ConfigurationError(faults)
    return settings


def _faults_between(overrides: dict[str, Any]) -> list[str]:
    """Faults of the rules between settings; they only run once every single value is sound."""
    try:
        Settings(**overrides)
    except ValidationError as error:
        return [line for item in _details(error) if not item["loc"] for line in _plain(item["msg"]).splitlines()]
    return []


def _details(error: ValidationError) -> list[ErrorDetails]:
    return error.errors(include_url=False, include_input=False, include_context=False)


def _plain(message: str) -> str:
    return message.removeprefix("Value error, ")
