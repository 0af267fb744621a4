"""Read a document: every layer in its order, joined into one `Reading`."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Self

from spacy.language import Language
from spacy.tokens import Doc

from onrecord import __version__
from onrecord.lexicons.load import lexicons_text
from onrecord.model.claim import ReaderInfo
from onrecord.model.document import Document
from onrecord.model.ids import sha256_hex
from onrecord.model.reading import Reading
from onrecord.model.span import Span
from onrecord.reading.attribution.anaphora import with_reference
from onrecord.reading.attribution.read import read_reports
from onrecord.reading.backends import spacy as backend
from onrecord.reading.events.read import read_events
from onrecord.reading.events.senses import senses
from onrecord.reading.layers import Layers
from onrecord.reading.places.gazetteer import Gazetteer
from onrecord.reading.places.read import document_zone, read_places
from onrecord.reading.quantities.read import OPEN_KIND, read_counted
from onrecord.reading.times.read import read_times
from onrecord.reading.word_classes import Classes

__all__ = ["Reader"]


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Keep the garbage collector from walking the thousands of tokens of a page that is still being read."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


@dataclass(frozen=True)
class Reader:
    """Everything that reading needs, loaded once.

    Attributes:
        nlp: The language model.
        gazetteer: The places.
        info: What goes on every claim.
    """

    nlp: Language
    gazetteer: Gazetteer
    info: ReaderInfo

    @classmethod
    def open(cls) -> Self:
        """Load the language model and the embedded gazetteer.

        Raises:
            ReaderUnavailable: The model is missing or not the pinned one.
            GazetteerUnavailable: The gazetteer is missing or damaged.
        """
        nlp = backend.load()
        gazetteer = Gazetteer.open()
        model = f"{backend.MODEL_NAME} {backend.MODEL_VERSION}"
        digest = sha256_hex(f"{model}\n{gazetteer.digest}\n{lexicons_text()}".encode())[:16]
        senses()
        gc.freeze()  # the model and the lexicons stay: the collector need not walk them again and again
        return cls(nlp, gazetteer, ReaderInfo("onrecord", __version__, digest))

    def read(self, document: Document) -> Reading:
        """Return the layers of one document."""
        with _collector_at_rest():
            doc = backend.parse(self.nlp, document.text)
            reading = self._read(document, doc)
            doc.user_data.clear()  # what was kept beside the parse points back to it
        return reading

    def _read(self, document: Document, doc: Doc) -> Reading:
        places = read_places(doc, self.gazetteer)
        counted = read_counted(doc)
        layers = Layers(
            document=document,
            doc=doc,
            places=places,
            times=read_times(doc, document.published, document_zone(places)),
            quantities=tuple(c for c in counted if c.quantity.kind != OPEN_KIND),
            open_counts=tuple(c for c in counted if c.quantity.kind == OPEN_KIND),
            reports=tuple(with_reference(doc, report) for report in read_reports(doc)),
            classes=Classes(places),
        )
        return Reading(
            reader=self.info,
            sentences=tuple(Span(s.start_char, s.end_char) for s in doc.sents),
            reports=layers.reports,
            events=read_events(layers),
        )
