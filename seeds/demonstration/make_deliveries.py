"""Write the demonstration deliveries: ``python make_deliveries.py [FOLDER]``."""

import sys
from pathlib import Path

from maker.deliveries import make_deliveries

SHIPPED = Path(__file__).parent / "deliveries"


def main() -> None:
    """Write the files into the named folder, else over the shipped ones."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SHIPPED
    folder.mkdir(parents=True, exist_ok=True)
    for path in make_deliveries(folder):
        print(path.name)


if __name__ == "__main__":
    main()
