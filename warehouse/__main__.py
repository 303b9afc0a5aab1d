"""`python -m warehouse` is the command `eropaf`."""

from warehouse.cli import main

if __name__ == "__main__":
    main()
