"""The forms in which a whole document is taken away."""

# ruff: noqa: PLC0415  a writer is imported when it is needed: they are large

from dashboard.takeaway.files.document import Document

_OFFICE = "application/vnd.openxmlformats-officedocument"
TYPES = {
    "pdf": "application/pdf",
    "pptx": f"{_OFFICE}.presentationml.presentation",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
}
"""The forms, with the content type of each."""


def document_bytes(document: Document, form: str) -> bytes:
    """Return a document as a file; KeyError for a form that is not in `TYPES`."""
    match form:
        case "pdf":
            from dashboard.takeaway.files.pdf import pdf_bytes

            return pdf_bytes(document)
        case "pptx":
            from dashboard.takeaway.files.slides import slides_bytes

            return slides_bytes(document)
        case "xlsx":
            from dashboard.takeaway.files.workbook import workbook_bytes

            return workbook_bytes(document)
    raise KeyError(form)
