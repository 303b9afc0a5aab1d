"""The command `eropaf`: it reads its arguments, calls a service, prints the answer."""

from warehouse.cli.app import main

__all__ = ["main"]
