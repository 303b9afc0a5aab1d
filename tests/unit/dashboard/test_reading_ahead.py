"""A release is read further, beside the work, than its first visitor needs."""

from dashboard.model.measures import Indicator, MadeWhenAsked, Measure
from dashboard.model.selection import Selection
from dashboard.release import view_values
from dashboard.release.read_ahead import read_ahead
from dashboard.server.release_store import Store
from warehouse.figures.disclosure.reader import Audience


def test_every_place_is_read_over_all_time_and_by_month(publisher, monkeypatch):
    publisher.publish("first")
    release = Store(publisher.link).current()
    read_ahead(release, "nl").join()
    monkeypatch.setattr(view_values, "rows", None)  # nothing is read any more

    for viewer in (Audience(), Audience(sees_small=True)):
        whole = view_values.measures(release, Selection(), "nl", viewer)
        assert whole.get("signals").value
        assert view_values.split(release, Selection(), "month", "nl", viewer)


def test_a_measure_is_made_once_and_only_when_asked():
    made = []

    def make(key, number):
        made.append(key)
        return Measure(Indicator(key[0], key[0]), value=number)

    measures = MadeWhenAsked({("a", ""): 1.0, ("b", ""): 2.0}, make)
    assert (len(measures), list(measures)) == (2, [("a", ""), ("b", "")])
    assert ("b", "") in measures
    assert ("c", "") not in measures
    assert made == []
    assert measures["b", ""] is measures["b", ""]
    assert measures["b", ""].value == 2.0
    assert made == [("b", "")]
