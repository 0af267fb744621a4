"""A reader that needs no language model: one claim for each capitalised word that it is told to look for."""

from dataclasses import dataclass

from onrecord.model.claim import ReaderInfo, Tier
from onrecord.model.document import Document
from onrecord.model.event import Participant
from onrecord.model.factuality import Modality
from onrecord.model.quantity import Quantity
from onrecord.model.reading import EventMention, Reading
from onrecord.model.span import Span


@dataclass
class FakeReader:
    """Reads ``shelling`` wherever a text says "Shells"; trips over "POISON" as a defect would."""

    version: str = "1"
    reads: int = 0
    interrupt_at: int | None = None

    @property
    def info(self) -> ReaderInfo:
        return ReaderInfo("fake", self.version, "none")

    def read(self, document: Document) -> Reading:
        self.reads += 1
        if self.reads == self.interrupt_at:
            raise KeyboardInterrupt
        if "POISON" in document.text:
            message = "a layer\ntripped"
            raise ValueError(message)
        return Reading(self.info, (Span(0, len(document.text)),), (), tuple(_events(document)))


def _events(document: Document) -> list[EventMention]:
    found, start = [], document.text.find("Shells")
    while start >= 0:
        trigger = Span(start, start + len("Shells"))
        participants: tuple[Participant, ...] = ()
        quantities: tuple[Quantity, ...] = ()
        modality = Modality.PLANNED if "will" in document.text else None
        found.append(
            EventMention(trigger, 0, "BOMBARDMENT.SHELLING", Tier.CORE, trigger, participants, (), None, quantities,
                         own_modality=modality)
        )  # fmt: skip
        start = document.text.find("Shells", trigger.end)
    return found
