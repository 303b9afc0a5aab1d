"""`python -m dashboard` is the command `eropaf`."""

from dashboard.command import main

if __name__ == "__main__":
    main()
