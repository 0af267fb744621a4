"""Builders with defaults: a test names only what it is about."""

from datetime import UTC, date, datetime
from typing import Any

from onrecord.ledger.base import Entry
from onrecord.model.attribution import Attribution, Hop, HopKind, Scope, Speaker, SpeakerKind, Style, Voice
from onrecord.model.claim import Claim, Quarantined, ReaderInfo, Tier
from onrecord.model.document import Basis, Capture, Document, Stated, TextLayer
from onrecord.model.event import Participant, Role
from onrecord.model.factuality import Modality, Polarity, fact_values
from onrecord.model.issue import Issue, Severity
from onrecord.model.place import Place, Precision
from onrecord.model.quantity import Quantity
from onrecord.model.span import CONTEXT, Quote, Span
from onrecord.model.time import Interval, TimePrecision
from onrecord.model.wire import with_id

TEXT = (
    "Shells hit the grain terminal at Varnia on Tuesday, the Varnia Courier reported.\n\n"
    "Governor Ilan Tesh said at least four dock workers were hurt. Nobody was killed, he added."
)
"""An invented report of an invented outlet about an invented place."""

READER = ReaderInfo("rules", "0.1.0", "parameters-aaaaaaaaaaaaaaaa")
NOON = datetime(2024, 5, 14, 12, 0, tzinfo=UTC)


def capture(name: str = "report.txt", data: bytes = TEXT.encode(), **other: Any) -> Capture:
    return Capture.of(name, data, other.get("media_type", "text/plain"), other.get("captured_at", NOON))


def document(name: str = "report.txt", text: str = TEXT, **other: Any) -> Document:
    """Return a document; its capture holds its text in UTF-8. `outlet` and `title` may be plain strings."""
    for key in ("outlet", "title"):
        if isinstance(other.get(key), str):
            other[key] = Stated(other[key], Basis.OPTION)
    if other.get("published") is not None:
        other.setdefault("published_basis", Basis.OPTION)
    other.setdefault("capture_sha256", capture(name, text.encode("utf-8", "surrogatepass")).sha256)
    return Document(name=name, layer=other.pop("layer", TextLayer(text, "plain", "1")), **other)


def quote(text: str, exact: str, *, context: int = 0) -> Quote:
    """Return the first place of these words in a text."""
    start = text.index(exact)
    return Span(start, start + len(exact)).quote(text, context=context)


def speaker(name: str = "Ilan Tesh", **other: Any) -> Speaker:
    other.setdefault("kind", SpeakerKind.PERSON)
    return Speaker(name=name, **other)


def attribution(*names: str, publisher: str = "Varnia Courier", **other: Any) -> Attribution:
    """Return an attribution by these speakers, origin first, then relays; none of them makes it the narrator's."""
    last = Hop(HopKind.PUBLISHER, (speaker(publisher, kind=SpeakerKind.OUTLET),))
    hops = tuple(Hop(HopKind.RELAY if i else HopKind.ORIGIN, (speaker(name),)) for i, name in enumerate(names))
    return Attribution(
        voice=other.get("voice", Voice.ATTRIBUTED if names else Voice.NARRATOR),
        style=other.get("style", Style.INDIRECT if names else Style.NARRATOR),
        scope=other.get("scope", Scope.EXPLICIT),
        chain=other.get("chain", (*hops, last)),
    )


def place(name: str = "Varnia", **other: Any) -> Place:
    other.setdefault("precision", Precision.SETTLEMENT)
    return Place(name=name, **other)


def day(start: date | None, end: date | None = None, **other: Any) -> Interval:
    """Return an interval of whole days, by default of one."""
    precision = other.pop("precision", TimePrecision.DAY)
    return Interval(start=start, end=other.pop("until", end or start), precision=precision, **other)


def quantity(low: int | None = 4, high: int | None = None, **other: Any) -> Quantity:
    other.setdefault("approximator", "at_least")
    return Quantity(kind=other.pop("kind", "injured"), unit=other.pop("unit", "persons"), low=low, high=high, **other)


def participant(name: str = "dock workers", role: Role = Role.VICTIM, **other: Any) -> Participant:
    return Participant(role=role, name=name, **other)


def claim(of: Document | None = None, exact: str | None = None, **other: Any) -> Claim:
    """Return a claim of a document with the id that its content gives it.

    Args:
        of: The document; by default that of `document()`.
        exact: The words of the evidence; by default the first ten characters.
        other: Fields of `Claim` that differ from the narrator's plain core assertion.
    """
    of = of or document()
    words = exact if exact is not None else of.text[:10]
    said_by = other.get("attribution", attribution())
    modality, polarity = other.get("modality", Modality.ASSERTED), other.get("polarity", Polarity.POSITIVE)
    names = tuple(hop.speakers[0].name if hop.speakers else None for hop in said_by.chain)
    fields: dict[str, Any] = {
        "id": "",
        "document_id": of.id,
        "document": of.name,
        "tier": Tier.CORE,
        "evidence": quote(of.text, words, context=CONTEXT),
        "content": None,
        "cue": None,
        "trigger": None,
        "attribution": said_by,
        "modality": modality,
        "polarity": polarity,
        "factuality": fact_values(modality, polarity, names),
        "event_type": "BOMBARDMENT.SHELLING",
        "participants": (),
        "places": (),
        "time": None,
        "quantities": (),
        "flags": (),
        "reader": READER,
    }
    return with_id(Claim(**(fields | other)))


def quarantined(of: Document | None = None, rule: str = "R-C5", reason: str = "the words are not there",
                **other: Any) -> Quarantined:  # fmt: skip
    return Quarantined(claim(of, **other), rule, reason)


def issue(code: str = "no_date", document_name: str = "report.txt", **other: Any) -> Issue:
    return Issue(
        code=code,
        message=other.pop("message", "the report has no date; give it one with --date"),
        severity=other.pop("severity", Severity.WARNING),
        document=document_name,
        **other,
    )


def entry(of: Document | None = None, *claims: Claim, **other: Any) -> Entry:
    """Return an entry whose capture holds the document's text in UTF-8."""
    of = of or document()
    return Entry(
        capture=other.pop("capture", capture(of.name, of.text.encode("utf-8", "surrogatepass"))),
        document=of,
        reader=other.pop("reader", READER),
        claims=claims,
        **other,
    )
