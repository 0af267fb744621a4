"""What onrecord needs, and whether it is there and sound."""

import sys
from importlib.metadata import version
from pathlib import Path

from onrecord import __version__
from onrecord.errors import OnrecordError
from onrecord.ledger.doctor import Fact
from onrecord.ledger.doctor import facts as ledger_facts

__all__ = ["OLDEST_PYTHON", "Fact", "examine"]

OLDEST_PYTHON = (3, 11)


def examine(ledger: Path | None) -> tuple[Fact, ...]:
    """Examine the program, its language model, its gazetteer and a ledger.

    Args:
        ledger: The ledger; None leaves it out.
    """
    return (_program(), _model(), _gazetteer(), *ledger_facts(ledger))


def _program() -> Fact:
    found = ".".join(map(str, sys.version_info[:3]))
    return Fact("program", sys.version_info >= OLDEST_PYTHON, f"onrecord {__version__} on Python {found}")


def _model() -> Fact:
    from onrecord.reading.backends.spacy import MODEL_NAME, MODEL_VERSION, model_problem  # noqa: PLC0415 - heavy

    problem = model_problem()
    sound = f"{MODEL_NAME} {MODEL_VERSION} on spaCy {version('spacy')}, weights as pinned"
    return Fact("language model", problem is None, problem or sound)


def _gazetteer() -> Fact:
    from onrecord.reading.places.gazetteer import Gazetteer  # noqa: PLC0415 - heavy

    try:
        digest = Gazetteer.open().digest
    except OnrecordError as error:
        return Fact("gazetteer", ok=False, message=str(error))
    return Fact("gazetteer", ok=True, message=f"sound, digest {digest}")
