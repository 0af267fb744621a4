from onrecord.cli.layout import beside, clean, widths
from onrecord.cli.table import SHARES


def test_cells_wrap_inside_their_columns() -> None:
    assert beside([["one two"], ["three"], []], [4, 6, 3]) == ["one   three", " two"]


def test_a_word_longer_than_its_column_is_cut_not_lost() -> None:
    assert "".join(line.strip() for line in beside([["abcdefghij"]], [4])) == "abcdefghij"


def test_columns_fill_the_page_and_no_more() -> None:
    for total in range(80, 240):
        assert sum(widths(total, SHARES)) + 2 * (len(SHARES) - 1) == total


def test_a_report_cannot_steer_the_terminal() -> None:
    assert clean("a\x1b[2Jb\x9bc\u202ed\x00e\rf") == "a\ufffd[2Jb\ufffdc\ufffdd\ufffde\ufffdf"
    assert clean("Ż — “ok”\n") == "Ż — “ok”\n"
