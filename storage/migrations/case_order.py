"""Triggers that hold the order of events on both engines, whoever writes: screen, API, race or hand. Used by migration 0005.

Knows tables and codes; must not know who may act. Never changed once released. Source: clinical facts 8.2 and 8.5: no quote before a
physician's written acceptance, no consent before quote and protocol summary in the patient's language, no decision by anyone else.
"""

from alembic import op

_LATEST = "(SELECT d.{column} FROM decisions d WHERE d.case_pk = {case} ORDER BY d.id DESC LIMIT 1)"
_STANDS = "NOT EXISTS (SELECT 1 FROM decisions d WHERE d.case_pk = p.case_pk AND d.id > p.decision_pk AND d.outcome <> 'accepted')"


def _latest(column: str, case: str) -> str:
    return _LATEST.format(column=column, case=case)


def _paper(kind: str, case: str, more: str = "") -> str:
    """Such a paper was given under an acceptance that stands."""
    return f"EXISTS (SELECT 1 FROM papers p WHERE p.case_pk = {case} AND p.kind = '{kind}' AND {_STANDS}{more})"


_BEFORE = " AND p.at <= NEW.at"
_FLUENT = f"{_BEFORE} AND p.language = (SELECT c.language FROM cases c WHERE c.id = NEW.case_pk)"
_UNDECIDABLE = "'intake', 'emergency_hold', 'withdrawn_by_patient', 'closed'"

DECIDED_BY_A_PHYSICIAN = (
    "EXISTS (SELECT 1 FROM staff s WHERE s.staff_ref = NEW.physician_ref AND s.role = 'physician' AND s.licence <> ''"
    " AND s.licence = NEW.licence AND s.dismissed_at IS NULL)"
)
DECIDED_IN_ORDER = (
    f"EXISTS (SELECT 1 FROM cases c WHERE c.id = NEW.case_pk AND c.status NOT IN ({_UNDECIDABLE}))"
    " AND (NEW.amends IS NULL OR EXISTS (SELECT 1 FROM decisions d WHERE d.id = NEW.amends AND d.case_pk = NEW.case_pk))"
    " AND NOT EXISTS (SELECT 1 FROM decisions d WHERE d.case_pk = NEW.case_pk AND d.signed_at > NEW.signed_at)"
)
GIVEN_UNDER_AN_ACCEPTANCE = (
    f"NEW.decision_pk = {_latest('id', 'NEW.case_pk')} AND {_latest('outcome', 'NEW.case_pk')} = 'accepted'"
    f" AND {_latest('signed_at', 'NEW.case_pk')} <= NEW.at"
)
GIVEN_IN_ORDER = (
    "CASE NEW.kind WHEN 'quote' THEN TRUE"
    f" WHEN 'protocol_summary' THEN {_paper('quote', 'NEW.case_pk', _BEFORE)}"
    f" WHEN 'consent' THEN NEW.language = (SELECT c.language FROM cases c WHERE c.id = NEW.case_pk)"
    f" AND {_paper('quote', 'NEW.case_pk', _FLUENT)} AND {_paper('protocol_summary', 'NEW.case_pk', _FLUENT)}"
    f" WHEN 'treatment' THEN {_paper('consent', 'NEW.case_pk', _BEFORE)} ELSE FALSE END"
)
STATUS_HAS_ITS_PAPERS = (
    "CASE WHEN NEW.status IN ('accepted', 'needs_information', 'deferred', 'declined')"
    f" THEN {_latest('outcome', 'NEW.id')} = NEW.status"
    f" WHEN NEW.status = 'quote_issued' THEN {_paper('quote', 'NEW.id')}"
    f" WHEN NEW.status = 'protocol_summary_given' THEN {_paper('quote', 'NEW.id')} AND {_paper('protocol_summary', 'NEW.id')}"
    f" WHEN NEW.status = 'consent_signed' THEN {_paper('consent', 'NEW.id')}"
    f" WHEN NEW.status IN ('treated', 'follow_up') THEN {_paper('treatment', 'NEW.id')} ELSE TRUE END"
)

RULES: tuple[tuple[str, str, str, str, str], ...] = (
    ("decisions", "physician", "INSERT", DECIDED_BY_A_PHYSICIAN, "only a physician with a licence decides"),
    ("decisions", "ordered", "INSERT", DECIDED_IN_ORDER, "this case cannot be decided so"),
    ("papers", "accepted", "INSERT", GIVEN_UNDER_AN_ACCEPTANCE, "no paper before a signed acceptance"),
    ("papers", "ordered", "INSERT", GIVEN_IN_ORDER, "a paper that comes first is missing"),
    ("cases", "began", "INSERT", STATUS_HAS_ITS_PAPERS, "this status lacks its documents"),
    ("cases", "moved", "UPDATE OF status", STATUS_HAS_ITS_PAPERS, "this status lacks its documents"),
    ("decision_bodies", "kept", "UPDATE OF decision_pk", "NEW.decision_pk = OLD.decision_pk", "the words of a decision stay with it"),
)
"""Table, name, when, what must hold (else, also when unknown, refused), what is said."""


def hold_the_order() -> None:
    """Install every rule. On PostgreSQL the case's row is locked first, so that two writers cannot both be in time."""
    for table, name, when, holds, refusal in RULES:
        _install(table, name, when, f"(CASE WHEN {holds} THEN 1 ELSE 0 END) = 0", refusal)
    _install("decision_bodies", "stays", "DELETE", "1 = 1", "the words of a decision stay with it")


def let_go() -> None:
    """Take every rule away, for a downgrade."""
    for table, name in [*((rule[0], rule[1]) for rule in RULES), ("decision_bodies", "stays")]:
        if op.get_bind().dialect.name == "postgresql":
            op.execute(f"DROP TRIGGER {table}_{name} ON {table}")
            op.execute(f"DROP FUNCTION {table}_{name}()")
        else:
            op.execute(f"DROP TRIGGER {table}_{name}")


def _install(table: str, name: str, when: str, broken: str, refusal: str) -> None:
    if op.get_bind().dialect.name != "postgresql":
        op.execute(f"CREATE TRIGGER {table}_{name} BEFORE {when} ON {table} WHEN {broken} BEGIN SELECT RAISE(ABORT, '{refusal}'); END")
        return
    lock = "PERFORM 1 FROM cases WHERE id = NEW.case_pk FOR NO KEY UPDATE; " if table in {"decisions", "papers"} else ""
    given_back = "OLD" if when == "DELETE" else "NEW"
    op.execute(
        f"CREATE FUNCTION {table}_{name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {lock}IF {broken} THEN "
        f"RAISE EXCEPTION '{refusal}' USING ERRCODE = 'check_violation'; END IF; RETURN {given_back}; END $$"
    )
    op.execute(f"CREATE TRIGGER {table}_{name} BEFORE {when} ON {table} FOR EACH ROW EXECUTE FUNCTION {table}_{name}()")
