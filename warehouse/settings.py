"""Settings from `EROPAF_*` environment variables or a `.env` file."""

from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Everything that differs from one installation to another."""

    model_config = SettingsConfigDict(
        env_prefix="EROPAF_",
        env_file=".env",
        env_ignore_empty=True,
        extra="ignore",
        hide_input_in_errors=True,
    )

    home: Path = Field(
        Path("var"), description="Folder for deliveries, releases and the ledger."
    )
    gate: Path | None = Field(
        None,
        description="Folder of the empty databases for checking; in home when empty.",
    )
    as_of: date | None = Field(
        None, description="Day as seen from which is counted; today when empty."
    )
    language: Literal["nl", "en"] = Field("nl", description="Language of messages.")

    pseudonym_key: SecretStr | None = Field(
        None,
        min_length=16,
        description="Key of the pseudonyms; made in the home folder when empty.",
    )
    keep_free_text: bool = Field(
        False, description="Store free text columns, which may hold names."
    )

    ledger_url: str | None = Field(
        None, description="SQLAlchemy URL of the ledger; SQLite in home when empty."
    )
    small_number: int = Field(
        5,
        ge=1,
        description="Counts below this are hidden from who may not see small numbers.",
    )
    keep_releases: int = Field(12, ge=1, description="Number of releases kept.")

    build_delay: int = Field(
        60, ge=0, description="Seconds that a release waits for more acceptances."
    )

    max_upload_mb: int = Field(50, ge=1, description="Largest delivery, in megabytes.")
    max_unpacked_mb: int = Field(
        600, ge=1, description="Largest workbook once unpacked, in megabytes."
    )
    max_rows: int = Field(
        1_000_000, ge=1, description="Most records that one delivery may hold."
    )

    geojson: Path | None = Field(
        None, description="GeoJSON file of district boundaries; tiles when empty."
    )
    geojson_property: str = Field(
        "district", description="Property of its areas with the code of a district."
    )

    host: str = Field("127.0.0.1", description="Address the dashboard listens on.")
    port: int = Field(8050, ge=1, le=65535, description="Port of the dashboard.")
    trusted_proxies: int = Field(
        0, ge=0, description="Reverse proxies in front, whose X-Forwarded headers hold."
    )

    session_idle_minutes: int = Field(
        30, ge=1, description="Minutes without activity after which a session ends."
    )
    session_hours: int = Field(
        10, ge=1, description="Hours after which a session ends in any case."
    )
    sign_in_attempts: int = Field(
        5, ge=1, description="Wrong passwords after which an account is locked."
    )
    lock_minutes: int = Field(15, ge=1, description="Minutes that a lock lasts.")
    requests_per_minute: int = Field(
        1200, ge=1, description="Most requests of an account or address in a minute."
    )
    sign_ins_per_minute: int = Field(
        20, ge=1, description="Most failed sign-ins from an address in a minute."
    )

    oidc_issuer: str | None = Field(
        None, description="Address of the OpenID Connect provider, if there is one."
    )
    oidc_name: str = Field(
        "gemeente", description="Name of the provider on the sign-in page."
    )
    oidc_client_id: str | None = Field(
        None, description="Name of this installation with the provider."
    )
    oidc_client_secret: SecretStr | None = Field(
        None, description="Secret of this installation with the provider."
    )
    oidc_role_claim: str = Field(
        "roles", description="Claim that holds the provider's roles of a user."
    )
    oidc_role_map: dict[str, str] = Field(
        default_factory=dict,
        description="JSON: role of the provider to role here; by name when empty.",
    )
    oidc_district_claim: str | None = Field(
        None, description="Claim with a user's districts; the region when empty."
    )

    @cached_property
    def home_dir(self) -> Path:
        """The home folder as an absolute path."""
        return self.home.expanduser().resolve()

    @property
    def landing_dir(self) -> Path:
        """Folder of the accepted deliveries, one Parquet file each."""
        return self.home_dir / "landing"

    @property
    def gate_dir(self) -> Path:
        """Folder of the empty databases on which deliveries are checked."""
        return self.gate.expanduser().resolve() if self.gate else self.home_dir / "gate"

    @property
    def releases_dir(self) -> Path:
        """Folder of the releases and their manifests."""
        return self.home_dir / "releases"

    @property
    def work_dir(self) -> Path:
        """Folder for files under construction."""
        return self.home_dir / "work"

    @property
    def warehouse_file(self) -> Path:
        """The link to the current release."""
        return self.home_dir / "warehouse.duckdb"

    @property
    def key_file(self) -> Path:
        """The file that holds the pseudonym key when the settings do not."""
        return self.home_dir / "pseudonym.key"

    @property
    def session_key_file(self) -> Path:
        """The file with the key that signs the cookies of the dashboard."""
        return self.home_dir / "session.key"

    @property
    def rate_limits_file(self) -> Path:
        """The file in which the workers of the dashboard count requests together."""
        return self.home_dir / "limits.sqlite"

    @property
    def ledger_file(self) -> Path:
        """The SQLite ledger that is used when no `ledger_url` is set."""
        return self.home_dir / "ledger.sqlite"

    @property
    def database_url(self) -> str:
        """SQLAlchemy URL of the ledger in use."""
        return self.ledger_url or f"sqlite:///{self.ledger_file}"
