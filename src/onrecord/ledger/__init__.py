"""The append-only store: the only room that knows SQL. Write through a `Writer`, read through a `View`.

Start with `onrecord.ledger.sqlite.Ledger.open`; the contract is in `onrecord.ledger.base`.
"""
