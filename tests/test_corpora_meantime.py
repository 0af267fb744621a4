"""The scorer for MEANTIME puts words, mentions and links together and counts them; the mini article is our own."""

from pathlib import Path

import pytest
from evaluation.corpora.meantime import Factuality, Read, Scores, article, measure, score

from onrecord.model.attribution import Style, Voice
from onrecord.model.factuality import Modality, Polarity
from onrecord.model.reading import ReportMention
from onrecord.model.span import Span

SENTENCES = (
    ("Garrison", "shells", "the", "mill"),
    ("May", "03", ",", "2010"),
    ("The", "miller", "said", "``", "they", "did", "n't", "burn", "it", "(", "yet", ")", "''", "."),
    ("A", "truce", "may", "follow", "."),
)
MENTIONS = (
    (2, "CERTAIN", "POS", "NON_FUTURE"),
    (11, "CERTAIN", "POS", "NON_FUTURE"),
    (16, "CERTAIN", "NEG", "NON_FUTURE"),
    (26, "POSSIBLE", "POS", "FUTURE"),
    (24, "", "", ""),
)


def xml() -> str:
    words = [(number, word) for number, sentence in enumerate(SENTENCES) for word in sentence]
    tokens = "".join(f'<token t_id="{i}" sentence="{n}">{w}</token>' for i, (n, w) in enumerate(words, 1))
    mentions = "".join(
        f'<EVENT_MENTION m_id="m{i}" certainty="{certainty}" polarity="{polarity}" time="{time}">'
        f'<token_anchor t_id="{i}"/></EVENT_MENTION>'
        for i, certainty, polarity, time in MENTIONS
    )
    link = '<SLINK><source m_id="m11"/><target m_id="m16"/></SLINK>'
    lost = '<SLINK><source m_id="m11"/><target m_id="m99"/></SLINK>'
    return f"<Document>{tokens}<Markables>{mentions}</Markables><Relations>{link}{lost}</Relations></Document>"


def report(cue: Span, content: Span) -> ReportMention:
    return ReportMention(
        cue=cue,
        cue_head=0,
        act=Modality.ASSERTED,
        style=Style.INDIRECT,
        voice=Voice.ATTRIBUTED,
        sources=(),
        source=None,
        content=content,
        relays=(),
        evidence=cue.cover(content),
    )


def test_words_become_text() -> None:
    gold = article("mini", xml())
    assert gold.text == (
        "Garrison shells the mill\n\nMay 03, 2010\n\nThe miller said “they didn't burn it (yet)”. A truce may follow."
    )
    words = {name: gold.text[m.span.start : m.span.end] for name, m in gold.mentions.items()}
    assert words == {"m2": "shells", "m11": "said", "m16": "burn", "m26": "follow", "m24": "truce"}
    assert gold.links == (("m11", "m16"),)


@pytest.mark.parametrize(
    "annotation, fact",
    [
        (("CERTAIN", "POS", "NON_FUTURE"), "FACT"),
        (("CERTAIN", "POS", "FUTURE"), "AHEAD"),
        (("PROBABLE", "POS", "NON_FUTURE"), "AHEAD"),
        (("CERTAIN", "NEG", "FUTURE"), "COUNTER"),
        (("CERTAIN", "UNDERSPECIFIED", "NON_FUTURE"), None),
        (("", "", ""), None),
    ],
)
def test_annotated_classes(annotation: tuple[str, str, str], fact: str | None) -> None:
    assert Factuality.annotated(*annotation).fact == fact


@pytest.mark.parametrize(
    "modality, polarity, value, classes",
    [
        (Modality.ASSERTED, "+", "CT+", ("CERTAIN", "POS", "NON_FUTURE")),
        (Modality.ASSERTED, "+", "PR+", ("HEDGED", "POS", "NON_FUTURE")),
        (Modality.DENIED, "+", "CT-", ("CERTAIN", "NEG", "NON_FUTURE")),
        (Modality.DENIED, "-", "CT+", ("CERTAIN", "POS", "NON_FUTURE")),
        (Modality.PLANNED, "+", "PR+", ("CERTAIN", "POS", "FUTURE")),
        (Modality.PREDICTED, "-", "PS-", ("HEDGED", "NEG", "FUTURE")),
        (Modality.CONDITIONAL, "+", "Uu", ("OPEN", "POS", "FUTURE")),
        (Modality.UNKNOWN_STATED, "+", "Uu", ("OPEN", "POS", "NON_FUTURE")),
    ],
)
def test_read_classes(modality: Modality, polarity: str, value: str, classes: tuple[str, str, str]) -> None:
    fact = Factuality.read(modality, Polarity(polarity), value)
    assert (fact.certainty, fact.polarity, fact.time) == classes


def test_scores() -> None:
    gold = article("mini", xml())
    sure = Factuality("CERTAIN", "POS", "NON_FUTURE")
    anywhere = {name: mention.factuality for name, mention in gold.mentions.items()} | {"m26": sure}
    said, burn, truce = (gold.mentions[name].span for name in ("m11", "m16", "m24"))
    read = Read(((burn, sure), (truce, sure)), (report(said, burn),), anywhere)
    scores = score([(gold, read)])
    assert (scores.annotated, scores.matched) == (5, 2)
    assert scores.events.pairs["polarity"] == {("NEG", "POS"): 1}
    assert scores.anywhere.macro("polarity") == 1
    assert scores.anywhere.tally("time", "FUTURE").recall == 0
    assert scores.anywhere.tally("time", "NON_FUTURE").precision == pytest.approx(3 / 4)
    assert (scores.share("found"), scores.share("held")) == (1, 1)


def test_a_report_by_another_word_only_holds() -> None:
    gold = article("mini", xml())
    read = Read(
        (), (report(Span(0, 8), gold.mentions["m16"].span),), {n: m.factuality for n, m in gold.mentions.items()}
    )
    scores = score([(gold, read)])
    assert (scores.share("found"), scores.share("held")) == (0, 1)


def test_nothing_scores_nothing() -> None:
    scores = Scores()
    assert scores.share("found") == 0
    assert scores.events.macro("fact") == 0


def test_a_missing_set_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        measure(tmp_path)
