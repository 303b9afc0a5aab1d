"""Write the files of the invented city: ``python make_city.py FOLDER``."""

import sys
from pathlib import Path

from city.deliveries import make_city


def main() -> None:
    """Write the files and their listing into the named folder."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    print(len(make_city(folder)))


if __name__ == "__main__":
    main()
