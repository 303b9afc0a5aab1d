"""What can be done with a delivery: explain, declare fit, withdraw, restore."""

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.components.forms import Options, button, form, select, text_area
from dashboard.components.section import section
from dashboard.words.i18n import gettext as _
from dashboard.words.i18n import language
from expectations.catalogue.catalogue import load_catalogue
from warehouse.deliveries.history.life import Life
from warehouse.deliveries.outcome import Outcome
from warehouse.identity import Identity, Right

LIFE = "delivery-life"
WHICH = "delivery-which"

MOST_SUBJECTS = 500
"""A list of more would take long to draw; whole checks come before their rows."""

_SEPARATOR = "|"


def forms(life: Life, who: Identity) -> Component:
    """Return the forms that `who` may use for this delivery."""
    parts: list[Component] = []
    if who.may(Right.EXPLAIN):
        parts += [_explain(life.outcome), _sign()]
    if who.may(Right.DECIDE):
        parts.append(_take_out())
    if not parts:
        return html.Div()
    which = dcc.Store(id=WHICH, data=life.outcome.delivery_id)
    title = _("What you can do")
    return section("actions", title, _("Write no names."), [which, *parts])


def subjects(outcome: Outcome) -> Options:
    """Return the findings that can be explained: a whole check, or one of its rows."""
    meanings = _meanings()
    everywhere = _("everywhere in this delivery")
    whole: dict[str, str] = {}
    rows: dict[str, str] = {}
    for one in outcome.findings:
        text = meanings.get(one.check_id) or one.message(language())
        whole[subject_code(one.check_id)] = f"{text} · {everywhere}"
        if one.row:
            place = " ".join(filter(None, (one.sheet, _("row"), str(one.row))))
            code = subject_code(one.check_id, one.sheet, one.row)
            rows[code] = f"{text} · {place}"
    return [*whole.items(), *rows.items()][:MOST_SUBJECTS]


def subject_code(
    check_id: str, sheet: str | None = None, row: int | None = None
) -> str:
    """Return what stands for a finding in the form; `read_subject` reads it."""
    return _SEPARATOR.join((check_id, str(row or ""), sheet or ""))


def read_subject(code: str) -> tuple[str, str | None, int | None]:
    """Return check, sheet and row of a code from the form."""
    check_id, _first, rest = code.partition(_SEPARATOR)
    row, _second, sheet = rest.partition(_SEPARATOR)
    return check_id, sheet or None, int(row) if row.isdecimal() else None


def _meanings() -> dict[str, str]:
    is_english = language() == "en"
    return {
        one.check_id: one.meaning_en if is_english else one.meaning_nl
        for one in load_catalogue()
    }


def _explain(outcome: Outcome) -> Component:
    options = subjects(outcome)
    if not options:
        return html.Div()
    return form(
        _("Explain a finding"),
        [
            select(
                "explain-subject", _("Finding"), options, options[0][0], is_wide=True
            ),
            text_area("explain-text", _("Explanation")),
            button("explain", _("Keep the explanation")),
        ],
        "explain-answer",
    )


def _sign() -> Component:
    return form(
        _("Declare fit for use"),
        [
            text_area("sign-note", _("Note, when needed")),
            button("sign", _("Declare fit")),
            button("unsign", _("Take back"), "plain"),
        ],
        "sign-answer",
    )


def _take_out() -> Component:
    text = _("A withdrawn delivery is not in the next release; it can be restored.")
    return form(
        _("Withdraw or restore"),
        [
            text_area("decide-reason", _("Why"), text),
            button("withdraw", _("Withdraw this delivery"), "danger"),
            button("restore", _("Restore this delivery"), "plain"),
        ],
        "decide-answer",
    )
