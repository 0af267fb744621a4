"""The scorer for GUM rebuilds text and discourse trees and counts attributions; the mini document is our own."""

from pathlib import Path
from typing import Any

import pytest
from evaluation.corpora.gum import Article, Report, Scores, annotated, measure, read, score, set_apart

from onrecord.model.factuality import Modality

UNITS = (
    ("1", "10", "span", "Shells hit the mill ,"),
    ("2", "1", "attribution-positive", "the miller said ."),
    ("3", "4", "attribution-negative", "Nobody did n't say"),
    ("4", "11", "span", "the mill burned ."),
    ("5", "12", "same-unit", "The dam ,"),
    ("6", "5", "attribution-positive", "he said ,"),
    ("7", "12", "same-unit", "was breached"),
    ("8", "7", "elaboration-attribute", "last week ."),
)
GROUPS = (("10", "span", "12"), ("11", "span", "12"), ("12", "multinuc", ""))
RELATIONS = (
    ("attribution-positive", "rst"),
    ("attribution-negative", "rst"),
    ("elaboration-attribute", "rst"),
    ("same-unit", "multinuc"),
)
CLOSE = {"mill/,", "said/.", "did/n't", "burned/.", "dam/,", "said/,", "week/."}


def conllu() -> str:
    words = " ".join(unit for *_, unit in UNITS).split()
    lines, number = ["# newdoc id = GUM_news_mini", "# newpar", "# newpar_block = p"], 0
    for word, after in zip(words, [*words[1:], ""], strict=True):
        number += 1
        if word == "did":
            lines.append("\t".join((f"{number}-{number + 1}", "didn't", *"_______", "_")))
        close = f"{word}/{after}" in CLOSE and word != "did"
        lines.append("\t".join((str(number), word, *"_______", "SpaceAfter=No" if close else "_")))
        if word == ".":
            lines += ["", "# newpar" if number < 10 else "# text = another sentence"]
            number = 0
    return "\n".join(lines)


def rst() -> str:
    relations = "".join(f'<rel name="{name}" type="{kind}"/>' for name, kind in RELATIONS)
    segments = "".join(
        f'<segment id="{i}" parent="{parent}" relname="{relation}">{words}</segment>'
        for i, parent, relation, words in UNITS
    )
    groups = "".join(f'<group id="{i}" type="{kind}" parent="{parent}" relname="span"/>' for i, kind, parent in GROUPS)
    return f"<rst><header><relations>{relations}</relations></header><body>{segments}{groups}</body></rst>"


@pytest.fixture(name="gold")
def mini() -> Article:
    return annotated("GUM_news_mini", conllu(), rst())


def words(article: Article, points: frozenset[int]) -> str:
    return "".join(article.text[i] for i in sorted(points))


def points(article: Article, text: str) -> frozenset[int]:
    start = article.text.index(text)
    return frozenset(i for i in range(start, start + len(text)) if not article.text[i].isspace())


def test_text_is_rebuilt(gold: Article) -> None:
    assert gold.text == (
        "Shells hit the mill, the miller said.\n\nNobody didn't say the mill burned.\n\n"
        "The dam, he said, was breached last week."
    )
    assert gold.genre == "news"
    assert [words(gold, unit) for unit in gold.units][:2] == ["Shellshitthemill,", "themillersaid."]


def test_relations(gold: Article) -> None:
    said, unsaid, within = gold.relations
    assert words(gold, said.satellite) == "themillersaid."
    assert [words(gold, n) for n in said.nuclei] == ["Shellshitthemill,"]
    assert (said.positive, unsaid.positive) == (True, False)
    assert words(gold, unsaid.nuclei[0]) == "themillburned."
    assert words(gold, within.nuclei[0]) == "Thedam,"
    assert "wasbreachedlastweek." in words(gold, within.nuclei[1])
    assert all(relation.reporting for relation in gold.relations)


def test_scores(gold: Article) -> None:
    right = Report(points(gold, "said"), (points(gold, "Shells hit the mill"),) * 2, Modality.ASSERTED, reporting=True)
    open_ = Report(points(gold, "say"), (points(gold, "the mill burned"),) * 2, Modality.UNKNOWN_STATED, reporting=True)
    wrong = Report(points(gold, "he said"), (points(gold, "miller"),) * 2, Modality.ASSERTED, reporting=False)
    within = Report(points(gold, "Shells"), (points(gold, "hit the mill"),) * 2, Modality.ASSERTED, reporting=True)
    scores = score([(gold, [right, open_, wrong, within])])
    tally = scores.tallies["positive"]
    assert (tally.right, tally.read, tally.hit, tally.gold) == (1, 2, 1, 2)
    assert scores.tallies["positive / reporting cues / news"].precision == 1
    assert scores.shown["positive"] == {"said": 1, "none": 1}
    assert scores.share("negative", "open") == 1


def test_what_is_taken_back_and_shown_as_said_is_an_error(gold: Article) -> None:
    said = Report(points(gold, "say"), (points(gold, "the mill burned"),) * 2, Modality.ASSERTED, reporting=True)
    scores = score([(gold, [said])])
    assert scores.share("negative", "open", "none") == 0
    assert scores.tallies["positive"].precision == 0


def test_a_text_is_read(nlp: Any) -> None:
    (report,) = read(nlp, "The governor said that shells had hit the mill.")
    assert report.act is Modality.ASSERTED
    assert report.reporting
    assert len(report.pieces) == 2


def test_parts_for_tests_are_left_out() -> None:
    splits = "# Splits\n\n## dev\n\n  * GUM_news_one\n\n## test\n\n  * GUM_news_two\n\n## test2\n\n  * GUM_news_three\n"
    assert set_apart(splits) == {"GUM_news_two", "GUM_news_three"}


def test_nothing_scores_nothing() -> None:
    assert Scores().share("negative", "said") == 0


def test_a_missing_set_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        measure(tmp_path)
