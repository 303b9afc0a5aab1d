"""An account for every role, with a random password, to try the monitor with."""

from dataclasses import dataclass

from warehouse.accounts.users import NewUser, add_user, list_users
from warehouse.identity import COMMAND_LINE, Role
from warehouse.ledger.connection import open_ledger
from warehouse.settings import Settings

_NORTH = ("noord",)
USERS = (
    NewUser("kijker", "Kijker", Role.VIEWER),
    NewUser("kijker-noord", "Kijker Noord", Role.VIEWER, _NORTH),
    NewUser("aanleveraar-noord", "Aanleveraar Noord", Role.DELIVERER, _NORTH),
    NewUser("coordinator", "Coördinatiepunt", Role.COORDINATOR),
    NewUser("onderzoeker", "Onderzoeker", Role.RESEARCHER),
    NewUser("codebeheerder", "Codebeheerder", Role.STEWARD),
    NewUser("beheerder", "Beheerder", Role.ADMINISTRATOR),
)


@dataclass(frozen=True)
class Credential:
    """With what somebody can sign in; the password is nowhere else in the clear."""

    user_name: str
    role: Role
    districts: str
    password: str


def make_demonstration_accounts(settings: Settings) -> list[Credential]:
    """Make the accounts, and return their passwords; none when there are any accounts.

    Their passwords hold until somebody changes them: it is for trying.
    """
    with open_ledger(settings.database_url) as ledger, ledger.writing() as session:
        if list_users(session):
            return []
        credentials = []
        for new in USERS:
            user, password = add_user(session, new, COMMAND_LINE)
            user.must_change_password = False
            places = ", ".join(new.districts or ())
            credentials.append(Credential(user.user_name, user.role, places, password))
        return credentials
