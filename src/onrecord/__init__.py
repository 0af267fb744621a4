"""onrecord reads reports of conflict and keeps the record straight: who says what, through whom, how firmly.

The unit is the `Claim`: one proposition, by one chain of speakers, in one modality, tied to the words it came from.
"""

from onrecord.model.claim import Claim
from onrecord.model.document import Document

__all__ = ["Claim", "Document", "__version__"]

__version__ = "0.1.0"
