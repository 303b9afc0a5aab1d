"""Work in the background: checks, acceptances and releases, in a process apart."""
