"""Load a compiled lexicon: ``lexicon("reporting_cues")``."""

import json
from functools import cache
from importlib import resources
from typing import Any

__all__ = ["lexicon", "lexicon_names", "lexicons_text"]


@cache
def lexicon(name: str, language: str = "en") -> Any:
    """Return a lexicon as plain data; callers must not change it.

    Args:
        name: File name under ``lexicons/<language>/`` without its ending.
        language: ISO 639-1 code.

    Raises:
        FileNotFoundError: No such lexicon: a defect of the build, see ``scripts/build_lexicons.py``.
    """
    return json.loads(_folder(language).joinpath(f"{name}.json").read_text(encoding="utf-8"))


def lexicon_names(language: str = "en") -> tuple[str, ...]:
    """Return the names of all lexicons of a language, sorted."""
    return tuple(sorted(f.name.removesuffix(".json") for f in _folder(language).iterdir() if f.name.endswith(".json")))


def lexicons_text(language: str = "en") -> str:
    """Return all lexicons of a language as one text, for the digest of the reader's parameters."""
    return "".join(_folder(language).joinpath(f"{n}.json").read_text(encoding="utf-8") for n in lexicon_names(language))


def _folder(language: str) -> Any:
    return resources.files("onrecord.lexicons").joinpath("data", language)
