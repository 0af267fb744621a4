"""Datelines as values; their forms are in ``tests/cases/datelines.yml``."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.documents.dateline import dateline_at
from onrecord.model.document import Basis
from onrecord.model.span import Span

PIECES = st.sampled_from(
    ["KYIV", "Ford", ", ", " ", "(", ")", "AP", "9 March", " 2022", " — ", " - ", "/", ".", "the", "31"],
)


def test_every_part_has_its_span() -> None:
    text = "  GENEVA, March 9 (Reuters) - Two warehouses burned."
    dateline = dateline_at(text, 2, len(text))
    assert dateline is not None
    assert dateline.span == Span(2, 30)
    assert dateline.place == Span(2, 8)
    assert dateline.day is not None
    assert (dateline.day.month, dateline.day.day, dateline.day.year) == (3, 9, None)
    assert dateline.outlet is not None
    assert (dateline.outlet.value, dateline.outlet.basis) == ("Reuters", Basis.DATELINE)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_parts_lie_within_the_dateline(text: str) -> None:
    dateline = dateline_at(text, 0, len(text))
    if dateline is None:
        return
    assert dateline.span.start == 0
    day = dateline.day.span if dateline.day else None
    outlet = dateline.outlet.mention if dateline.outlet else None
    for part in (dateline.place, day, outlet):
        assert part is None or (dateline.span.contains(part) and len(part) > 0)
