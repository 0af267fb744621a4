"""Filters and as-of in SQL; `onrecord.ledger.filters.matches` says what they mean."""

from collections.abc import Iterable

from onrecord.ledger.filters import Filters
from onrecord.ledger.rows import Value, storable

__all__ = ["CURRENT", "claim_conditions", "joined", "shown"]

CURRENT = """
    d.tx = (SELECT max(s.tx) FROM document s
            WHERE s.name = d.name AND s.capture_sha256 = d.capture_sha256 AND s.tx <= :tx)
"""
"""The document `d` is the latest of the same bytes under the same name."""

_LATEST = "r.id = (SELECT max(l.id) FROM reading l WHERE l.document_id = r.document_id AND l.tx <= :tx)"

Conditions = dict[str, dict[str, Value]]
"""SQL conditions, each with the parameters that it names."""


def shown(published: str | None, *, superseded: bool = False) -> list[str]:
    """Return the conditions under which document `d` and reading `r` show; parameters ``tx`` and ``published``.

    Args:
        published: Last day of publication, or None for any.
        superseded: Let earlier readings and documents pass too.
    """
    conditions = ["r.tx <= :tx"]
    if not superseded:
        conditions += [_LATEST, CURRENT]
    if published is not None:
        conditions.append("d.published_day <= :published")  # unknown days fail: NULL is never <=
    return conditions


def _names(kind: str, test: str) -> str:
    return f"c.seq IN (SELECT n.claim FROM claim_name n WHERE n.kind = '{kind}' AND {test})"  # noqa: S608 - our own words


def _time(filters: Filters) -> Conditions:
    conditions: Conditions = {}
    if filters.since is not None or filters.until is not None:
        conditions["c.timed = 1"] = {}
    if filters.since is not None:
        conditions["(c.last_day IS NULL OR c.last_day >= :since)"] = {"since": filters.since.isoformat()}
    if filters.until is not None:
        conditions["(c.first_day IS NULL OR c.first_day <= :until)"] = {"until": filters.until.isoformat()}
    return conditions


def claim_conditions(filters: Filters) -> tuple[list[str], dict[str, Value]]:
    """Return the conditions on claim `c` of document `d`, with their parameters.

    `Filters.text` is not among them: SQLite folds the letter case of ASCII alone.
    """
    conditions: Conditions = _time(filters)
    if filters.place is not None:
        conditions[_names("place", "n.name = :place")] = {"place": storable(filters.place.casefold())}
    if filters.speaker is not None:
        conditions[_names("speaker", "instr(n.name, :speaker)")] = {"speaker": storable(filters.speaker.casefold())}
    if filters.event_type is not None:
        conditions["(c.event_type = :event OR c.event_family = :event)"] = {"event": filters.event_type.upper()}
    if filters.modality is not None:
        conditions["c.modality = :modality"] = {"modality": filters.modality.value}
    if filters.outlet is not None:
        conditions["d.outlet_name = :outlet"] = {"outlet": storable(filters.outlet.casefold())}
    if filters.document is not None:
        conditions["(d.name = :document OR d.id = :document)"] = {"document": storable(filters.document)}
    if filters.tier is not None:
        conditions["c.tier = :tier"] = {"tier": filters.tier.value}
    parameters = {name: value for own in conditions.values() for name, value in own.items()}
    return list(conditions), parameters


def joined(conditions: Iterable[str]) -> str:
    """Return conditions that must all hold."""
    return " AND ".join(conditions)
