"""The command ``onrecord``: the list of commands, and what becomes of errors."""

import io
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from onrecord import __version__
from onrecord.cli.checks import doctor, verify
from onrecord.cli.ingest import ingest
from onrecord.cli.options import settings
from onrecord.cli.query import claims, timeline
from onrecord.cli.read import read
from onrecord.cli.show import show
from onrecord.errors import OnrecordError

__all__ = ["app", "main", "run"]

COMMANDS = (read, ingest, claims, timeline, show, verify, doctor)
"""In the order in which a newcomer meets them."""

app = typer.Typer(
    name="onrecord",
    add_completion=True,
    no_args_is_help=True,
    pretty_exceptions_enable=False,  # its tracebacks print local variables, and with them the text of reports
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"onrecord {__version__}")
        raise typer.Exit


@app.callback()
def onrecord(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Read reports of conflict and keep the record straight.

    Who says what happened, through whom, how firmly; where, when and how many; each claim tied to the words it came
    from. Nothing is fetched from the network, and no claim is judged true or false.

    \b
    Example:
      onrecord read report.txt --outlet "Kestrel Radio" --published 2022-03-09
      onrecord ingest reports/
      onrecord claims --place Mariupol --since 2022-03-05
      onrecord show CLAIM_ID

    \b
    Exit codes:
      0    done
      1    failed: nothing could be read, or the ledger cannot be used
      2    the request makes no sense as given
      3    partial: some reports failed, the others are done
      4    verify or doctor found problems
      130  interrupted; what is done is kept

    Data goes to standard output; progress, issues and the sum of a run go to standard error.
    """


for _command in COMMANDS:
    app.command()(_command)


def main(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit code.

    Args:
        arguments: What stands after ``onrecord``.
    """
    try:
        app(args=list(arguments), prog_name="onrecord")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    except OnrecordError as error:
        print(f"onrecord: {error}", file=sys.stderr)  # noqa: T201 - the command line speaks here
        return error.exit_code
    except OSError as error:
        where = f": {error.filename}" if error.filename is not None else ""
        print(f"onrecord: {error.strerror or error}{where}", file=sys.stderr)  # noqa: T201
        return 1
    except Exception as error:
        if settings().debug:
            raise
        reason = " ".join(f"{type(error).__name__}: {error}".split())
        advice = "set ONRECORD_DEBUG=1 to see where"
        print(f"onrecord: a defect of onrecord ({reason}); please report it; {advice}", file=sys.stderr)  # noqa: T201
        return 1
    return 0


def run() -> None:
    """Run the command line of this process and exit."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(main(sys.argv[1:]))
