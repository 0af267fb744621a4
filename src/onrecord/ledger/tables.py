"""The tables of the SQLite ledger, and the triggers that keep them append-only (METHOD A13.9, B14)."""

import sqlite3

__all__ = ["APPLICATION_ID", "DIGESTED", "FIRST_SCHEMA", "TABLES", "ensure_triggers", "missing_triggers"]

APPLICATION_ID = 0x6F6E7265
"""``onre`` in SQLite's header: says that a file is a ledger of onrecord before any table is read."""

DIGESTED = ("capture", "document", "reading", "claim", "quarantine", "issue")
"""Tables whose rows carry a digest; a transaction's hash covers them in this order, then by row."""

TABLES = ("tx", *DIGESTED, "claim_name")
"""All tables. `claim_name` follows from the claims and is checked against them."""

FIRST_SCHEMA = (
    """
    CREATE TABLE tx (
        id INTEGER PRIMARY KEY AUTOINCREMENT,  -- 1, 2, 3 ...; AUTOINCREMENT remembers how many there were
        at TEXT NOT NULL,                      -- UTC, ISO 8601, microseconds; never goes back
        kind TEXT NOT NULL,                    -- migrate, ingest, issues
        actor TEXT NOT NULL,
        note TEXT NOT NULL,
        prev_hash TEXT NOT NULL,               -- hash of the transaction before; 64 zeros for the first
        hash TEXT NOT NULL                     -- SHA-256 of this header and of the digests of its rows
    )
    """,
    """
    CREATE TABLE capture (
        sha256 TEXT PRIMARY KEY,               -- of the raw bytes
        tx INTEGER NOT NULL REFERENCES tx(id),
        name TEXT NOT NULL,
        media_type TEXT NOT NULL,
        captured_at TEXT NOT NULL,
        codec TEXT NOT NULL,                   -- raw, or zlib where that is smaller
        data BLOB NOT NULL,
        digest TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE document (
        id TEXT PRIMARY KEY,
        tx INTEGER NOT NULL REFERENCES tx(id),
        name TEXT NOT NULL,
        capture_sha256 TEXT NOT NULL REFERENCES capture(sha256),
        text TEXT NOT NULL,
        text_sha256 TEXT NOT NULL,
        extractor TEXT NOT NULL,
        version TEXT NOT NULL,
        outlet TEXT, outlet_basis TEXT, outlet_start INTEGER, outlet_end INTEGER,
        outlet_name TEXT,                      -- the outlet, letter case folded
        title TEXT, title_basis TEXT, title_start INTEGER, title_end INTEGER,
        published TEXT,                        -- ISO 8601 day or instant, as given
        published_day TEXT,                    -- its day in the zone it was given in
        published_basis TEXT,
        url TEXT,
        language TEXT,
        digest TEXT NOT NULL
    )
    """,
    "CREATE INDEX document_report ON document(name, capture_sha256, tx)",
    "CREATE INDEX document_outlet ON document(outlet_name)",
    "CREATE INDEX document_published ON document(published_day)",
    """
    CREATE TABLE reading (
        id INTEGER PRIMARY KEY,
        tx INTEGER NOT NULL REFERENCES tx(id),
        document_id TEXT NOT NULL REFERENCES document(id),
        reader_name TEXT NOT NULL,
        reader_version TEXT NOT NULL,
        parameters_digest TEXT NOT NULL,
        claims INTEGER NOT NULL,
        quarantined INTEGER NOT NULL,
        issues INTEGER NOT NULL,
        digest TEXT NOT NULL,
        UNIQUE (document_id, reader_name, reader_version, parameters_digest)
    )
    """,
    """
    CREATE TABLE claim (
        seq INTEGER PRIMARY KEY,
        tx INTEGER NOT NULL REFERENCES tx(id),
        reading INTEGER NOT NULL REFERENCES reading(id),
        id TEXT NOT NULL,
        wire TEXT NOT NULL,                    -- the claim; every other column follows from it
        event_type TEXT NOT NULL,
        event_family TEXT NOT NULL,
        tier TEXT NOT NULL,
        modality TEXT NOT NULL,
        voice TEXT NOT NULL,
        timed INTEGER NOT NULL,                -- 0 where nothing is known of the time
        first_day TEXT,                        -- NULL where open
        last_day TEXT,
        digest TEXT NOT NULL,
        UNIQUE (reading, id)
    )
    """,
    "CREATE INDEX claim_id ON claim(id)",
    "CREATE INDEX claim_event ON claim(event_family, event_type)",
    "CREATE INDEX claim_modality ON claim(modality)",
    "CREATE INDEX claim_time ON claim(first_day, last_day)",
    """
    CREATE TABLE claim_name (
        kind TEXT NOT NULL,                    -- place, speaker
        name TEXT NOT NULL,                    -- letter case folded
        claim INTEGER NOT NULL REFERENCES claim(seq),
        PRIMARY KEY (kind, name, claim)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX claim_name_of ON claim_name(claim, kind)",
    """
    CREATE TABLE quarantine (
        seq INTEGER PRIMARY KEY,
        tx INTEGER NOT NULL REFERENCES tx(id),
        reading INTEGER NOT NULL REFERENCES reading(id),
        id TEXT NOT NULL,
        rule TEXT NOT NULL,
        reason TEXT NOT NULL,
        wire TEXT NOT NULL,
        digest TEXT NOT NULL
    )
    """,
    "CREATE INDEX quarantine_reading ON quarantine(reading)",
    """
    CREATE TABLE issue (
        seq INTEGER PRIMARY KEY,
        tx INTEGER NOT NULL REFERENCES tx(id),
        reading INTEGER REFERENCES reading(id), -- NULL where no document came of it
        document TEXT NOT NULL,                -- the name it was given as
        code TEXT NOT NULL,
        severity TEXT NOT NULL,
        message TEXT NOT NULL,
        span_start INTEGER,
        span_end INTEGER,
        digest TEXT NOT NULL
    )
    """,
    "CREATE INDEX issue_reading ON issue(reading)",
    "CREATE INDEX issue_document ON issue(document)",
    *(f"CREATE INDEX {table}_tx ON {table}(tx)" for table in DIGESTED),
)


def _triggers() -> dict[str, str]:
    return {
        f"{table}_keeps_{deed}": f"CREATE TRIGGER IF NOT EXISTS {table}_keeps_{deed} BEFORE {deed} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: no {deed} on {table}'); END"
        for table in TABLES
        for deed in ("UPDATE", "DELETE")
    }


def ensure_triggers(connection: sqlite3.Connection) -> None:
    """Make every append-only trigger that is not there; to be run after each migration."""
    for statement in _triggers().values():
        connection.execute(statement)


def missing_triggers(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Return the names of append-only triggers that are gone or say something else."""
    found = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall())
    wanted = {name: sql.replace("IF NOT EXISTS ", "") for name, sql in _triggers().items()}
    return tuple(name for name, sql in wanted.items() if found.get(name) != sql)
