"""Bytes to text, honestly: what was guessed is said, what is not text is refused."""

import codecs
import re
from dataclasses import dataclass

from onrecord.model.issue import Issue, Severity

__all__ = ["Decoded", "decode", "not_text", "unify_newlines"]

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

CONTROLS = dict.fromkeys([*range(9), 11, *range(14, 27), *range(28, 32), 127])
"""Control characters that no text holds: all of C0 but tab, line feed, form feed, carriage return and escape."""

CONTROL_SHARE = 0.02
"""Share of control characters from which on bytes are taken for a picture or a program, not for a report."""

DAMAGE_SHARE = 0.1
"""Broken bytes per character beyond ASCII up to which a file is damaged UTF-8, not another encoding."""

SAMPLE = 100_000
"""Code points or bytes looked at for control characters."""

WESTERN = "cp1252"
EAST_ASIAN = ("big5", "gb", "hz", "euc_", "shift_jis", "cp932", "cp949", "cp950", "johab", "iso2022")
"""Beginnings of encodings in which a character takes two bytes, so that bytes beyond ASCII come in pairs."""
PAIRED = re.compile(rb"[\x80-\xff]{2}")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Bytes as text.

    Attributes:
        text: The text with line feeds only and without byte order mark; None where the bytes are not text.
        issues: What was guessed or lost.
    """

    text: str | None
    issues: tuple[Issue, ...] = ()


def decode(data: bytes, name: str, *, declared: str | None = None) -> Decoded:
    """Decode bytes: by byte order mark, as strict UTF-8, as declared, else by their statistics, which is said.

    Args:
        data: The bytes.
        name: What the user called them, for issues.
        declared: The encoding that the file itself declares, if any.
    """
    for bom, encoding in BOMS:
        if data.startswith(bom):
            text = data[len(bom) :].decode(encoding, "replace")
            lossy = text.count("\N{REPLACEMENT CHARACTER}")
            if lossy > CONTROL_SHARE * len(text):  # the mark was chance
                return Decoded(None, (binary(name),))
            return checked(text, name, (damaged(name, encoding),) if lossy else ())
    try:
        return checked(data.decode("utf-8"), name)
    except UnicodeDecodeError:
        pass
    if not_text(data[:SAMPLE].decode("latin-1")):
        return Decoded(None, (binary(name),))
    return by_declaration(data, name, declared) or by_repair(data, name) or by_statistics(data, name)


def by_declaration(data: bytes, name: str, declared: str | None) -> Decoded | None:
    """Return the text in the declared encoding, or None where that does not fit."""
    try:
        return checked(data.decode(declared), name) if declared else None
    except (LookupError, UnicodeError):  # unknown name, or bytes that it does not allow
        return None


def by_repair(data: bytes, name: str) -> Decoded | None:
    """Return the text as UTF-8 with broken bytes replaced, or None where it is not UTF-8 at all.

    A file cut off in the middle of a letter must not turn all its Cyrillic into gibberish.
    """
    text = data.decode("utf-8", "replace")
    broken = text.count("\N{REPLACEMENT CHARACTER}")
    sound = sum(not character.isascii() for character in text) - broken
    if broken > DAMAGE_SHARE * sound:
        return None
    return checked(text, name, (damaged(name, "utf-8"),))


def by_statistics(data: bytes, name: str) -> Decoded:
    """Return the text in the encoding that its bytes look like, with a note that says which."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - 30 ms that only such files need pay

    best = from_bytes(data).best()
    if best is None:
        return Decoded(None, (binary(name),))
    encoding = WESTERN if best.encoding.startswith(EAST_ASIAN) and not PAIRED.search(data) else best.encoding
    message = f"The file is not UTF-8; it was read as {encoding}. If letters look wrong, save it as UTF-8."
    return checked(data.decode(encoding, "replace"), name, (Issue("decoded_as", message, Severity.NOTE, name),))


def checked(text: str, name: str, issues: tuple[Issue, ...] = ()) -> Decoded:
    """Return a decoded text with its newlines unified, or the refusal of what is not text."""
    if not_text(text):
        return Decoded(None, (*issues, binary(name)))
    return Decoded(unify_newlines(text.removeprefix("\N{BYTE ORDER MARK}")), issues)


def not_text(text: str) -> bool:
    """Tell whether text holds a NUL anywhere, or more control characters than any report does."""
    if "\0" in text:
        return True
    sample = text[:SAMPLE]
    return len(sample) - len(sample.translate(CONTROLS)) > CONTROL_SHARE * len(sample)


def unify_newlines(text: str) -> str:
    r"""Return the text with ``\r\n`` and ``\r`` as ``\n``; the only change a text layer makes to a plain file."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def binary(name: str) -> Issue:
    """Return the refusal of bytes that are no text."""
    message = "This is not text (a picture, a program, or UTF-16 without its mark); save the report as UTF-8 text."
    return Issue("binary_content", message, Severity.ERROR, name)


def damaged(name: str, encoding: str) -> Issue:
    """Return the warning that some bytes could not be decoded."""
    message = f"Some bytes are not valid {encoding} and were replaced by \N{REPLACEMENT CHARACTER}; check the file."
    return Issue("damaged_text", message, Severity.WARNING, name)
