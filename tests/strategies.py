"""Hypothesis strategies for the nouns: every field, every member of every enumeration, zeros and absences."""

from datetime import date, datetime, timedelta, timezone
from typing import TypeVar

from hypothesis import strategies as st

from onrecord.model.attribution import Attribution, Hop, HopKind, Scope, Speaker, SpeakerKind, Style, Voice
from onrecord.model.claim import Claim, ReaderInfo, Tier
from onrecord.model.event import EVENT_TYPES, Participant, Role, Status
from onrecord.model.factuality import FactValue, Modality, Polarity
from onrecord.model.place import Place, Precision
from onrecord.model.quantity import Quantity, Subset
from onrecord.model.span import Quote
from onrecord.model.time import Interval, TimePrecision

words = st.text(st.characters(codec="utf-8"), max_size=12)
wild = st.text(max_size=12)
"""Any code points, lone surrogates among them: a file name that is no UTF-8 has them."""
counts = st.integers(min_value=0, max_value=10**9)
zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
days = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))
instants = st.datetimes(
    min_value=datetime(1900, 1, 2),  # noqa: DTZ001 - Hypothesis adds the zone
    max_value=datetime(2100, 12, 30),  # noqa: DTZ001
    timezones=zones,
)
edges = st.one_of(days, instants)
event_types = st.sampled_from(
    list(EVENT_TYPES) + [f"{family}.{subtype}" for family, subtypes in EVENT_TYPES.items() for subtype in subtypes]
)


T = TypeVar("T")


def maybe(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    return st.none() | strategy


def several(strategy: st.SearchStrategy[T], most: int = 2) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(strategy, max_size=most).map(tuple)


quotes = st.builds(Quote, counts, counts, words, prefix=words, suffix=words)
speakers = st.builds(
    Speaker, name=words, mention=maybe(quotes), kind=st.sampled_from(SpeakerKind), role=maybe(words),
    affiliation=maybe(words), bloc=maybe(words), resolved_by=maybe(words),
)  # fmt: skip
hops = st.builds(Hop, st.sampled_from(HopKind), several(speakers))
attributions = st.builds(
    Attribution, st.sampled_from(Voice), st.sampled_from(Style), st.sampled_from(Scope),
    st.lists(hops, min_size=1, max_size=3).map(tuple),
)  # fmt: skip
participants = st.builds(Participant, st.sampled_from(Role), words, maybe(quotes), st.sampled_from(Status))
degrees = st.floats(-180, 180)
places = st.builds(
    Place, name=words, mention=maybe(quotes), precision=st.sampled_from(Precision),
    radius_km=maybe(st.floats(0, 20_000)), lat=maybe(degrees), lon=maybe(degrees), gazetteer_id=maybe(words),
    admin=several(words), country=maybe(words), inferred=st.booleans(), candidates=several(words),
    timezone=maybe(words),
)  # fmt: skip
intervals = st.builds(
    Interval, start=maybe(edges), end=maybe(edges), precision=st.sampled_from(TimePrecision),
    expression=maybe(quotes), value=maybe(words), mod=maybe(words), basis=maybe(words), start_latest=maybe(edges),
)  # fmt: skip
subsets = st.builds(Subset, words, maybe(words), maybe(counts), maybe(counts), maybe(words), maybe(quotes))
quantities = st.builds(
    Quantity, kind=words, unit=words, low=maybe(counts), high=maybe(counts), approximator=maybe(words),
    unknown=st.booleans(), mention=maybe(quotes), population_class=maybe(words), scope=maybe(words),
    as_of=maybe(words), includes=several(subsets), high_soft=st.booleans(), acled=maybe(counts),
    qualitative=maybe(words),
)  # fmt: skip
facts = st.builds(FactValue, maybe(words), st.sampled_from(["CT+", "CT-", "PR+", "PR-", "PS+", "PS-", "Uu"]))
readers = st.builds(ReaderInfo, words, words, words)
claims = st.builds(
    Claim, id=words, document_id=words, document=wild, tier=st.sampled_from(Tier), evidence=quotes,
    content=maybe(quotes), cue=maybe(quotes), trigger=maybe(quotes), attribution=attributions,
    modality=st.sampled_from(Modality), polarity=st.sampled_from(Polarity), factuality=several(facts),
    event_type=event_types, participants=several(participants), places=several(places), time=maybe(intervals),
    quantities=several(quantities), flags=several(words), reader=readers,
)  # fmt: skip
