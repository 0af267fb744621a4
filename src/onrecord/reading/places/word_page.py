"""A parsed document's words laid out once, so that each scan for places need not ask spaCy for every token again."""

from spacy.tokens import Doc

from onrecord.reading.sentences import tokens_of

__all__ = ["WordPage"]


class WordPage:
    """The words of a document.

    Attributes:
        doc: The parse.
        text: Its text; spaCy joins all words anew whenever it is asked.
        words: The tokens' words.
        lower: The same in lower case.
        capital: Whether each begins with a capital.
        opens: Whether each opens a sentence.
    """

    __slots__ = ("capital", "doc", "lower", "opens", "text", "words")

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text: str = doc.text
        self.words: list[str] = []
        self.opens: list[bool] = []
        for token in tokens_of(doc):
            self.words.append(token.text)
            self.opens.append(bool(token.is_sent_start))
        if self.opens:
            self.opens[0] = True
        self.lower = [word.lower() for word in self.words]
        self.capital = [word[0].isupper() for word in self.words]

    def stretch(self, first: int, last: int) -> str:
        """Return the text from one token to the token before `last`."""
        return self.text[self.doc[first].idx : self.end(last)]

    def end(self, last: int) -> int:
        """Return the code point after the token before `last`."""
        return int(self.doc[last - 1].idx) + len(self.words[last - 1])
