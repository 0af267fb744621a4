"""An invented record with one claim for everything that a table must tell apart."""

from datetime import UTC, date, datetime, timedelta, timezone

from tests.builders import attribution, claim, day, document, place, quantity, quote

from onrecord.model.attribution import Attribution, Hop, HopKind, Scope, Speaker, SpeakerKind, Style, Voice
from onrecord.model.claim import Claim
from onrecord.model.document import Document
from onrecord.model.event import Participant, Role, Status
from onrecord.model.factuality import FactValue, Modality, Polarity
from onrecord.model.place import Precision
from onrecord.model.quantity import Subset
from onrecord.model.time import Interval, TimePrecision

TEXT = """\
Shells fell on the grain terminal at Varnia on Tuesday morning, and the harbour master said at least four dock workers \
were hurt, including two women. It is not known how many were killed.

The Norlandish army accused Sudria of the shelling. Sudria denied it, Radio Kestrel reported. No ship was hit.

About 400 families fled inland, and hundreds of thousands may follow if the road is cut. Envoys will meet on Friday.

Sudria announced a ceasefire. It has reportedly collapsed.
"""

REPORT = document(
    "varnia.txt", TEXT, outlet="Varnia Courier", title="Shells hit the port of Varnia", published=date(2024, 5, 15)
)
UNDATED = document("note.txt", "Buses were turned back.\n")

EAST = timezone(timedelta(hours=3))
HEARSAY = Attribution(
    Voice.UNSPECIFIED,
    Style.INDIRECT,
    Scope.EXPLICIT,
    (Hop(HopKind.ORIGIN), Hop(HopKind.PUBLISHER, (Speaker("Varnia Courier", kind=SpeakerKind.OUTLET),))),
)
MORNING = Interval(
    datetime(2024, 5, 14, 6, 0, tzinfo=EAST),
    datetime(2024, 5, 14, 12, 0, tzinfo=EAST),
    TimePrecision.DAY_PART,
    quote(TEXT, "on Tuesday morning"),
    "2024-05-14TMO",
    None,
    "R-T2 weekday, past verb; R-T4",
)
VARNIA = place(
    "Varnia", mention=quote(TEXT, "Varnia"), lat=44.1, lon=28.2, radius_km=6.0, gazetteer_id="geonames:1",
    admin=("Norland", "Coast"), country="NL", precision=Precision.SETTLEMENT,
)  # fmt: skip


def claims() -> tuple[Claim, ...]:
    """Return the claims, in the order of the texts."""
    army = Speaker("Norlandish army", quote(TEXT, "The Norlandish army"), SpeakerKind.ARMED_FORCES)
    master = Speaker("harbour master", quote(TEXT, "the harbour master"), role="harbour master")
    return (
        claim(REPORT, "Shells fell on the grain terminal at Varnia on Tuesday morning",
              trigger=quote(TEXT, "fell"), places=(VARNIA,), time=MORNING, flags=("agentless_passive",),
              participants=(Participant(Role.TARGET, "grain terminal", quote(TEXT, "the grain terminal")),
                            Participant(Role.WEAPON, "shells", quote(TEXT, "Shells")))),
        claim(REPORT, "the harbour master said at least four dock workers were hurt, including two women",
              event_type="CASUALTIES", cue=quote(TEXT, "said"), time=MORNING, places=(VARNIA,),
              attribution=Attribution(Voice.ATTRIBUTED, Style.INDIRECT, Scope.EXPLICIT,
                                      (Hop(HopKind.ORIGIN, (master,)), *attribution().chain)),
              quantities=(quantity(4, population_class="dock workers", mention=quote(TEXT, "at least four"),
                                   includes=(Subset("injured", "women", 2, 2, None, None),)),)),
        claim(REPORT, "It is not known how many were killed", event_type="CASUALTIES",
              modality=Modality.UNKNOWN_STATED, quantities=(quantity(None, kind="killed", unknown=True),)),
        claim(REPORT, "The Norlandish army accused Sudria of the shelling", modality=Modality.ACCUSED,
              cue=quote(TEXT, "accused"), content=quote(TEXT, "Sudria of the shelling"),
              attribution=Attribution(Voice.ATTRIBUTED, Style.NOMINAL, Scope.EXPLICIT,
                                      (Hop(HopKind.ORIGIN, (army,)), *attribution().chain)),
              participants=(Participant(Role.ALLEGED_PERPETRATOR, "Sudria", quote(TEXT, "Sudria")),
                            Participant(Role.TARGET, "port", None, Status.IMPLIED)),
              places=(place("Varnia", inferred=True),)),
        claim(REPORT, "Sudria denied it, Radio Kestrel reported", modality=Modality.DENIED,
              attribution=attribution("Sudria", "Radio Kestrel")),
        claim(REPORT, "No ship was hit", polarity=Polarity.NEGATIVE),
        claim(REPORT, "About 400 families fled inland", event_type="DISPLACEMENT",
              time=day(None, date(2024, 5, 15), precision=TimePrecision.OPEN_START, basis="R-T8"),
              quantities=(quantity(360, 440, kind="displaced", unit="households", approximator="about",
                                   population_class="families", mention=quote(TEXT, "About 400")),)),
        claim(REPORT, "hundreds of thousands may follow if the road is cut", event_type="DISPLACEMENT",
              modality=Modality.PREDICTED,
              quantities=(quantity(200_000, 999_999, kind="displaced", approximator="magnitude_plural",
                                   high_soft=True, mention=quote(TEXT, "hundreds of thousands")),)),
        claim(REPORT, "Envoys will meet on Friday", event_type="DIPLOMACY.TALKS", modality=Modality.PLANNED,
              time=day(date(2024, 5, 17), expression=quote(TEXT, "on Friday")),
              participants=(Participant(Role.PARTICIPANT, "envoys", quote(TEXT, "Envoys")),)),
        claim(REPORT, "Sudria announced a ceasefire", event_type="CEASEFIRE.DECLARED", modality=Modality.ANNOUNCED,
              attribution=attribution("Sudria"),
              participants=(Participant(Role.DECLARER, "Sudria", quote(TEXT, "Sudria")),)),
        claim(REPORT, "It has reportedly collapsed", event_type="CEASEFIRE.COLLAPSED", modality=Modality.REPORTED,
              attribution=HEARSAY, factuality=(FactValue(None, "PR+"), FactValue("Varnia Courier", "Uu"))),
        claim(UNDATED, "Buses were turned back", event_type="EVACUATION.IMPEDED",
              attribution=attribution(publisher="unnamed"), places=(place("Coast", precision=Precision.ADM1,
              radius_km=40.0, inferred=True),)),
    )  # fmt: skip


def of(report: Document) -> tuple[Claim, ...]:
    """Return the claims of one report."""
    return tuple(one for one in claims() if one.document_id == report.id)


NOW = datetime(2024, 5, 16, 9, 0, tzinfo=UTC)
