"""Coreference of speakers, beyond the cases."""

from typing import Any

from onrecord.reading.attribution.read import read_reports
from onrecord.reading.backends.spacy import parse


def test_the_same_words_keep_the_same_speaker(nlp: Any) -> None:
    text = "Anna Lind said the road was closed and added that the bridge was gone."
    reports = read_reports(parse(nlp, text))
    assert [r.sources[0].name for r in reports] == ["Anna Lind", "Anna Lind"]
    assert all(r.sources[0].resolved_by is None for r in reports)


def test_offsets_reproduce_the_text(nlp: Any) -> None:
    text = "“We left,” Anna Lind told the BBC. She said the road was closed, according to Reuters.\n\nRussia denied it."
    for report in read_reports(parse(nlp, text)):
        for speaker in (*report.sources, *(s for hop in report.relays for s in hop.speakers)):
            assert speaker.mention is None or speaker.mention.reproduces(text)


def test_reports_come_in_order_of_their_cues(nlp: Any) -> None:
    text = "“We left,” she said. Reports of shelling spread. The mayor, the BBC reported, is safe."
    heads = [r.cue_head for r in read_reports(parse(nlp, text))]
    assert heads == sorted(heads)


def test_no_words_no_reports(nlp: Any) -> None:
    assert read_reports(parse(nlp, "")) == ()
