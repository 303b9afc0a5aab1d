"""What a request stands on: context, release, headers, colours, pages."""
