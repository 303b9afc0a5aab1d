"""The commands about accounts, and the first administrator of an installation."""

import json
import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from warehouse.accounts.passwords import is_right
from warehouse.identity import RIGHTS, Right, Role
from warehouse.ledger.account_tables import User
from warehouse.ledger.connection import open_ledger

PAGE = Path(__file__).parents[3] / "docs" / "accounts.md"
PASSWORD = re.compile(r"([A-Za-z2-9]{4}-){3}[A-Za-z2-9]{4}")
TOKEN = re.compile(r"^eropaf_\S{40,}$", re.MULTILINE)


def answer(run_eropaf, home, *arguments):
    result = run_eropaf(home, *arguments)
    assert result.returncode == 0, result.stderr
    return result.stdout


def test_an_account_and_a_token_by_command(run_eropaf, tmp_path):
    add = ("accounts", "add", "an", "--role", "deliverer", "--district", "noord")
    assert PASSWORD.search(answer(run_eropaf, tmp_path, *add))
    listed = answer(run_eropaf, tmp_path, "accounts", "list", "--json")
    (row,) = json.loads(listed)
    found = (row["user_name"], row["role"], row["districts"])
    assert found == ("an", "deliverer", ["noord"])
    assert "password" not in listed
    make = ("accounts", "token", "add", "Woonbron", "--scope", "deliver")
    assert TOKEN.search(answer(run_eropaf, tmp_path, *make))
    chain = json.loads(answer(run_eropaf, tmp_path, "audit", "verify", "--json"))
    assert (chain["entries"], chain["broken_at"]) == (2, None)


def test_the_first_start_makes_an_administrator_and_prints_a_password(tmp_path):
    server = subprocess.Popen(
        [Path(sys.executable).with_name("eropaf"), "serve", "--port", f"{free_port()}"],
        cwd=tmp_path,
        env=os.environ | {"EROPAF_HOME": str(tmp_path), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    said = next(line for line in server.stdout if PASSWORD.search(line))
    server.terminate()
    server.wait(60)
    with (
        open_ledger(f"sqlite:///{tmp_path / 'ledger.sqlite'}") as ledger,
        ledger.reading() as session,
    ):
        (user,) = session.query(User)
    assert user.user_name in said
    assert user.role is Role.ADMINISTRATOR
    assert user.must_change_password
    assert is_right(user.password_hash, PASSWORD.search(said).group())


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.mark.parametrize("right", Right)
def test_the_page_says_which_role_gives_a_right(right):
    (line,) = re.findall(rf"^\| `{right}` \|(.*)\|$", PAGE.read_text("utf-8"), re.M)
    found = [cell.strip() == "yes" for cell in line.split("|")]
    assert found == [right in RIGHTS[role] for role in Role]
