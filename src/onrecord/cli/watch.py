"""What a person is told on standard error while a run goes on: its progress, its issues, its sum."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from onrecord.cli.layout import clean
from onrecord.model.issue import Issue
from onrecord.pipeline.outcome import Outcome, Tally

if TYPE_CHECKING:
    from rich.spinner import Spinner

__all__ = ["FAILED", "INTERRUPTED", "PARTIAL", "Watch", "issue_line", "say"]

FAILED = 1
PARTIAL = 3
INTERRUPTED = 130


def say(message: str) -> None:
    """Print a message for a person to standard error."""
    print(clean(message), file=sys.stderr, flush=True)  # noqa: T201 - the command line speaks here


def issue_line(issue: Issue) -> str:
    """Return an issue as one line: where, how bad, what, and its code.

    >>> from onrecord.model.issue import Severity
    >>> issue_line(Issue("missing_file", "There is no such file.", Severity.ERROR, "a.txt"))
    'a.txt: error: There is no such file. [missing_file]'
    """
    where = issue.document if issue.span is None else f"{issue.document}:{issue.span.start}-{issue.span.end}"
    return f"{where}: {issue.severity}: {issue.message} [{issue.code}]"


class Watch:
    """Follows a run, report by report, and knows its exit code at the end."""

    def __init__(self) -> None:
        """Start with nothing."""
        self.tally = Tally()
        self._spinner: Spinner | None = None

    def follow(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """Pass outcomes on, telling their issues and counting them."""
        for outcome in outcomes:
            self.tally = self.tally.plus(outcome)
            for issue in outcome.issues:
                say(issue_line(issue))
            if self._spinner is not None:
                self._spinner.update(text=f"{self.tally.words} · {clean(outcome.name)}")
            yield outcome

    @contextmanager
    def spinner(self, *, shown: bool) -> Iterator[None]:
        """Show the progress on standard error while the block runs, where that is a terminal."""
        if not (shown and sys.stderr.isatty()):
            yield
            return
        from rich.console import Console
        from rich.live import Live
        from rich.spinner import Spinner

        console = Console(stderr=True, highlight=False, markup=False)
        self._spinner = Spinner("line", text="loading the language model")
        # Standard output is data: it must never be drawn into the progress on standard error.
        with Live(self._spinner, console=console, transient=True, redirect_stdout=False):
            yield
        self._spinner = None

    def finish(self, *, interrupted: bool = False) -> int:
        """Tell the sum of the run and return its exit code."""
        if interrupted:
            say(f"interrupted: {self.tally.words}. What is done is kept; run the same command again to go on.")
            return INTERRUPTED
        say(self.tally.words)
        if self.tally.failed:
            return PARTIAL if self.tally.taken else FAILED
        return 0
