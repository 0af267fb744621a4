"""Problems in data as located values: one bad document never stops a run and is never silently dropped."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from onrecord.model.span import Span

__all__ = ["Issue", "Result", "Severity"]

T = TypeVar("T")


class Severity(StrEnum):
    """How bad a problem is for the document that has it."""

    NOTE = "note"
    """Worth knowing; nothing is lost."""
    WARNING = "warning"
    """Something could not be resolved and was left open."""
    ERROR = "error"
    """The document, or a claim of it, could not be taken in."""


@dataclass(frozen=True, slots=True)
class Issue:
    """One problem in one document.

    Attributes:
        code: What kind of problem, as a stable word that users may filter by: ``empty_document``.
        message: What is wrong and what to do about it, in one sentence.
        severity: How bad it is.
        document: The name that the document was given as: path, URL or id.
        span: Where in the text layer, or None where the whole document is meant.
    """

    code: str
    message: str
    severity: Severity
    document: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Result(Generic[T]):
    """What a stage made of its input, and what it could not make.

    Attributes:
        values: What came out.
        issues: The problems met on the way.
    """

    values: tuple[T, ...] = ()
    issues: tuple[Issue, ...] = field(default=())
