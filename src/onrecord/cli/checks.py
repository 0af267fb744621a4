"""``onrecord verify`` and ``onrecord doctor``: exit code 4 where something is wrong."""

import typer

from onrecord.cli.options import Format, FormatOption, LedgerOption, ledger_path

__all__ = ["PROBLEMS", "doctor", "verify"]

PROBLEMS = 4


def verify(ledger: LedgerOption = None, form: FormatOption = Format.TABLE) -> None:
    """Recompute all ids, spans and the hash chain.

    Exit code 4 if anything disagrees. The last line of the table is the head of the chain: note it elsewhere, and
    nobody can rewrite the past unseen.

    \b
    Example:
      onrecord verify
      onrecord verify --ledger march.db --format jsonl
    """
    from onrecord.cli.output import print_objects
    from onrecord.cli.watch import issue_line, say
    from onrecord.ledger.sqlite import Ledger

    with Ledger.open(ledger_path(ledger)) as opened:
        issues = opened.verify()
        tx, digest = opened.head()
    if form is Format.TABLE:
        for issue in issues:
            typer.echo(issue_line(issue))
        typer.echo(f"{'sound' if not issues else f'{len(issues)} problems'}: transaction {tx}, head {digest}")
    else:
        print_objects(
            (
                {"code": one.code, "severity": one.severity.value, "document": one.document, "message": one.message}
                for one in issues
            ),
            form,
        )
    if issues:
        say("The ledger does not agree with itself; restore it from a copy, and keep this one for examination.")
        raise typer.Exit(PROBLEMS)


def doctor(ledger: LedgerOption = None, form: FormatOption = Format.TABLE) -> None:
    """Check the program, its model and data, and the ledger.

    Exit code 4 if anything is wrong.

    \b
    Example:
      onrecord doctor
      onrecord doctor --ledger march.db
    """
    from onrecord.cli.output import print_objects
    from onrecord.pipeline.doctor import examine

    facts = examine(ledger_path(ledger))
    if form is Format.TABLE:
        for fact in facts:
            typer.echo(f"{'ok     ' if fact.ok else 'PROBLEM'}  {fact.name}: {fact.message}")
    else:
        print_objects(({"name": fact.name, "ok": fact.ok, "message": fact.message} for fact in facts), form)
    if not all(fact.ok for fact in facts):
        raise typer.Exit(PROBLEMS)
