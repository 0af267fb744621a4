"""Decide which place a name means: one sense a document, by kind, size, containment and company (METHOD B7, R-L3).

The score orders rivals; it is no probability. Where the best two cannot be told apart nothing is picked.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.reading.places.gazetteer import Entry, EntryKind
from onrecord.reading.places.name_lookup import Sighting
from onrecord.reading.places.names import fold

__all__ = ["Sense", "kilometres", "resolve"]

KIND = {EntryKind.COUNTRY: 4.0, EntryKind.ADM1: 0.8, EntryKind.ADM2: -1.0, EntryKind.SETTLEMENT: 1.0}
"""How much likelier a text means one kind than another at equal names."""
PER_TENFOLD = 0.8
"""Worth of ten times as many people."""
PER_SPELLINGS = 0.5
"""Worth of e times as many spellings: Gaza has 60, a namesake two."""
OWN_NAME, CAPITAL = 1.2, 1.0
OTHER_NAME = 1.5
"""Cost of a former or second name that has nothing of a town's own."""
COUNTRY_COMPANY, UNIT_COMPANY = 5.0, 8.0
"""Worth of all other names of the document lying in the same country, the same first-order unit."""
CONTAINED = 8.0
SEAT_SHARE = 0.1
"""A unit gives way to its namesake town where at least this share of its people live there: Aleppo is the city."""
TIE, RIVAL = 0.25, 3.5
SAME_PLACE_KM = 40.0
MOST_RIVALS = 5


Key = tuple[str, tuple[str, ...]]
"""A folded name and the kinds that the words beside it demand."""


@dataclass(frozen=True, slots=True)
class Sense:
    """What a name means in this document.

    Attributes:
        entry: The place, or None where rivals cannot be told apart or no rival is of the kind that the words demand.
        rivals: Other readings, best first; where `entry` is None, all of them.
    """

    entry: Entry | None
    rivals: tuple[Entry, ...] = ()


def kilometres(a: Entry, b: Entry) -> float:
    """Return the distance between two places, 0 where one has no point."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return 0.0
    lat1, lat2, dlon = math.radians(a.lat), math.radians(b.lat), math.radians(b.lon - a.lon)
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin(dlon / 2) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(h)))


def resolve(
    sightings: Sequence[Sighting], holders: Mapping[int, Sighting], company: Mapping[str, float]
) -> dict[Key, Sense]:
    """Return the sense of each name, keyed by folded name and the kinds that its words demand.

    Args:
        sightings: All names of the document.
        holders: For a sighting's first token, the name of a place that holds it: "Paris, Texas".
        company: Weight of countries from demonyms and regions.
    """
    groups: dict[Key, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        if sighting.entries:
            groups[sighting.key, sighting.kinds].append(sighting)
    entries = {entry.id: entry for group in groups.values() for entry in group[0].entries}
    containment = _containment(groups, holders)
    priors = {key: {e.id: _prior(e, key[0]) for e in group[0].entries} for key, group in groups.items()}
    scores = priors
    for _ in range(2):
        around = _Company(groups, scores, entries, company)
        scores = {
            key: {
                number: prior + around.worth(key, entries[number]) + (CONTAINED if number in containment[key] else 0.0)
                for number, prior in scored.items()
            }
            for key, scored in priors.items()
        }
    return {key: _sense(key[1], scores[key], entries) for key in groups}


def _prior(entry: Entry, key: str) -> float:
    """Return what speaks for a place before the document is looked at."""
    score = KIND[entry.kind] + PER_TENFOLD * math.log10(entry.population + 10)
    score += PER_SPELLINGS * math.log(entry.spellings) + (CAPITAL if entry.capital else 0.0)
    name = fold(entry.name)
    if name == key:
        return score + OWN_NAME
    unlike = name.rsplit(" ", 1)[-1][:1] != key.rsplit(" ", 1)[-1][:1]
    return score - OTHER_NAME if unlike and entry.kind is EntryKind.SETTLEMENT else score


def _unit(entry: Entry) -> str:
    """Return the id of the first-order unit that a place is or lies in."""
    if entry.kind is EntryKind.ADM1:
        return entry.id
    return entry.units[1] if len(entry.units) > 1 else ""


def _containment(groups: Mapping[Key, list[Sighting]], holders: Mapping[int, Sighting]) -> dict[Key, set[str]]:
    """Return for each name the readings that lie within a place named as their holder."""
    inside: dict[Key, set[str]] = {}
    for key, group in groups.items():
        inside[key] = set()
        for sighting in group:
            holder = holders.get(sighting.first)
            if holder is not None:
                ids = {entry.id for entry in holder.entries}
                inside[key].update(e.id for e in sighting.entries if ids.intersection(e.units))
    return inside


class _Company:
    """Where the document's other names lie: shares of countries and first-order units, as the senses stand so far."""

    def __init__(
        self,
        groups: Mapping[Key, list[Sighting]],
        scores: Mapping[Key, Mapping[str, float]],
        entries: Mapping[str, Entry],
        given: Mapping[str, float],
    ) -> None:
        self._all: dict[str, float] = defaultdict(float, given)
        self._own: dict[Key, dict[str, float]] = {}
        self._given = sum(given.values())
        self._names = 0.0
        self._size = {key: math.sqrt(len(group)) for key, group in groups.items()}
        for key, scored in scores.items():
            own = self._own[key] = _votes(scored, entries, self._size[key])
            for area, weight in own.items():
                self._all[area] += weight
            self._names += self._size[key]

    def worth(self, key: Key, entry: Entry) -> float:
        """Return what the other names say for a place, its own votes left out."""
        total = self._given + self._names - self._size[key] + 1.0
        own, unit = self._own[key], _unit(entry)
        country = (self._all[entry.country] - own.get(entry.country, 0.0)) / total
        near = (self._all[unit] - own.get(unit, 0.0)) / total if unit else 0.0
        return COUNTRY_COMPANY * country + UNIT_COMPANY * near


def _votes(scored: Mapping[str, float], entries: Mapping[str, Entry], size: float) -> dict[str, float]:
    """Share a name's weight out over the countries and units of its readings, likelier ones first."""
    best = max(scored.values())
    weights = {number: math.exp(min(0.0, score - best)) for number, score in scored.items()}
    total = sum(weights.values())
    votes: dict[str, float] = defaultdict(float)
    for number, weight in weights.items():
        entry = entries[number]
        votes[entry.country] += size * weight / total
        if unit := _unit(entry):
            votes[unit] += size * weight / total
    return votes


def _sense(kinds: tuple[str, ...], scored: Mapping[str, float], entries: Mapping[str, Entry]) -> Sense:
    """Pick the best reading of the demanded kind, or none (R-L3)."""
    order = sorted(scored, key=lambda number: (-scored[number], number))
    ranked = [entries[number] for number in order]
    if kinds:
        fitting = [entry for kind in kinds for entry in ranked if entry.kind == kind]
        if not fitting:
            return Sense(None, tuple(ranked[:MOST_RIVALS]))
        first = max(fitting, key=lambda e: scored[e.id] + _fit(e, kinds))
        ranked = [first, *(entry for entry in fitting if entry is not first)]
    else:
        ranked = _seat_first(ranked)
    best, others = ranked[0], ranked[1:]
    rivals = [e for e in others if scored[e.id] > scored[best.id] - RIVAL]
    tied = [e for e in rivals if scored[e.id] > scored[best.id] - TIE and not _overlap(best, e)]
    if tied and not kinds:
        return Sense(None, (best, *rivals)[:MOST_RIVALS])
    return Sense(best, tuple(rivals[:MOST_RIVALS]))


def _fit(entry: Entry, kinds: tuple[str, ...]) -> float:
    """Return how well a unit fits the words beside its name: "Kyiv region" is not the city of that rank."""
    typed = len(entry.name.split()) > 1 and entry.kind is not EntryKind.SETTLEMENT
    return (2.0 if typed else 0.0) - 1.5 * kinds.index(entry.kind.value)


def _overlap(a: Entry, b: Entry) -> bool:
    return a.id in b.units or b.id in a.units or kilometres(a, b) < SAME_PLACE_KM


def _seat_first(ranked: list[Entry]) -> list[Entry]:
    """Put a town before the unit that is named after it, where it holds a good share of the unit's people."""
    best = ranked[0]
    if best.kind not in {EntryKind.ADM1, EntryKind.ADM2}:
        return ranked
    seat = next((e for e in ranked if e.kind is EntryKind.SETTLEMENT and best.id in e.units), None)
    if seat is None or seat.population < SEAT_SHARE * best.population:
        return ranked
    return [seat, *(entry for entry in ranked if entry is not seat)]
