"""Plain text and Markdown: the text layer is the file, so that spans point into what the user can open."""

from onrecord.documents.decode import decode
from onrecord.documents.facts import Extraction
from onrecord.model.document import Capture, TextLayer

__all__ = ["extract_plain"]

EXTRACTOR, VERSION = "plain", "1"


def extract_plain(capture: Capture) -> Extraction:
    r"""Return the text of a capture; only a byte order mark and ``\r`` are not kept as they are.

    A UTF-8 file without ``\r`` and byte order mark has exactly its own content as text layer, final newline or none.
    """
    decoded = decode(capture.data, capture.name)
    layer = TextLayer(decoded.text, EXTRACTOR, VERSION) if decoded.text is not None else None
    return Extraction(layer, issues=decoded.issues)
