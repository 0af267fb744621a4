"""Ids that follow from content: the same thing has the same id on every machine.

The scheme is METHOD B's: ``type + base32(sha256(canonical JSON))[:16]``.
"""

import base64
import hashlib
import json
from collections.abc import Mapping

__all__ = ["canonical_json", "content_id", "sha256_hex"]

ID_LENGTH = 16
"""Base-32 characters kept: 80 bits, a collision in a billion claims has odds below one in a million."""


def canonical_json(value: object) -> str:
    """Return the one JSON text of a value: sorted keys, no spaces, no escapes, no NaN.

    >>> canonical_json({"b": 1, "a": "Ш"})
    '{"a":"Ш","b":1}'
    """
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def sha256_hex(data: bytes) -> str:
    """Return the SHA-256 of bytes as 64 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def content_id(kind: str, content: Mapping[str, object]) -> str:
    """Return the id of something of this kind with this content.

    Args:
        kind: What it is, in one lower-case word: ``claim``, ``doc``.
        content: Everything that makes it what it is; JSON values only.

    >>> content_id("doc", {"text": "Nothing is known."})
    'doc-w3drbfjsc24g5cqq'
    """
    digest = hashlib.sha256(canonical_json(content).encode("utf-8", "surrogatepass")).digest()
    return f"{kind}-{base64.b32encode(digest).decode('ascii').lower()[:ID_LENGTH]}"
