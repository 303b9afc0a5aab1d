"""What stands beside the figures in every form: their source, how to read them."""

from dashboard.takeaway.files.document import Document
from warehouse.messages import message


def facts(document: Document) -> list[tuple[str, str]]:
    """Return what a reader must know, as names and texts."""

    def say(key: str) -> str:
        return message(f"takeaway.{key}").text(document.language)

    pairs = [
        (say("subject"), document.title),
        (say("shown"), document.view),
        (say("as_of"), document.as_of),
        (say("release"), document.release),
        (say("small_numbers"), small_numbers(document)),
        (say("reading"), say("reading_text")),
        (say("data"), say("invented") if document.is_invented else ""),
    ]
    return [(name, text) for name, text in pairs if text]


def small_numbers(document: Document) -> str:
    """Say whether small numbers stand in the document."""
    key = "small_shown" if document.sees_small else "small_hidden"
    return message(f"takeaway.{key}").text(document.language)


def source(document: Document) -> str:
    """Return one line for the foot of every page."""
    release = message("takeaway.release").text(document.language)
    return " · ".join(
        part
        for part in (
            "Eropaf Monitor",
            f"{release} {document.release}",
            document.as_of,
            document.view,
        )
        if part
    )
