"""A broken file is refused, with every fault named at once."""

import pytest

from flows.protocol import FaultyProtocolError, data_files, issues, load_from
from tests.flows.protocol.planting import shipped_plus, shipped_with

ROW = '\n[[contraindication]]\nid = "extra"\norder = 999\nask = "single"\nasks = "x"\nseverity_yes = "caution"\n'
ROW += 'severity_unsure = "caution"\nflag_ids = ["contraindication:extra"]\nsource = "draft"\n'

PLANTED = [
    ("contraindications.toml", 'id = "active_malignancy"\norder = 10', 'id = "active_malignancy"\norder = 20', "order 20: given twice"),
    (
        "contraindications.toml",
        'asks = "Breast-feeding now?"\nseverity_yes = "hard"',
        'asks = "Breast-feeding now?"\nseverity_yes = "grave"',
        "breastfeeding: severity_yes: 'grave' is none of hard, caution, info",
    ),
    ("contraindications.toml", 'asks = "Breast-feeding now?"\n', "", "breastfeeding: asks: missing"),
    ("contraindications.toml", 'id = "breastfeeding"\n', 'id = "nursing"\n', "breastfeeding: missing"),
    (
        "contraindications.toml",
        'row = "pregnancy", answer = "not_applicable"',
        'row = "expecting", answer = "not_applicable"',
        "breastfeeding: applies: 'expecting' is unknown",
    ),
    (
        "contraindications.toml",
        'row = "pregnancy", answer = "not_applicable"',
        'row = "pregnancy", answer = "never"',
        "'pregnancy' cannot have answered 'never' before",
    ),
    (
        "contraindications.toml",
        'flag_ids = ["contraindication:allergy"]',
        'flag_ids = ["allergy"]',
        "allergy: flag_ids: contraindication:allergy is missing",
    ),
    (
        "contraindications.toml",
        '{ fact = "treatment_ended", test = "unknown", severity = "hard" },',
        "",
        "past_malignancy: rules: 'treatment_ended' can weigh hard, but nothing says so for an unknown 'treatment_ended'",
    ),
    ("contraindications.toml", 'setting = "malignancy_window_months"', 'setting = "window"', "setting: 'window' is not in protocol.toml"),
    (
        "contraindications.toml",
        'test = "one_of", values = ["detectable"]',
        'test = "one_of", values = ["high"]',
        "'high' is no option of 'last_load'",
    ),
    (
        "contraindications.toml",
        '{ fact = "agrees", test = "one_of", values = ["no"]',
        '{ fact = "consents", test = "one_of", values = ["no"]',
        "proxy: rules: 'consents' is neither a follow-up nor heard",
    ),
    ("contraindications.toml", '[[group]]\nid = "recent"', '[[group]]\nid = "lately"', "recent_surgery: ask: no group 'recent'"),
    (
        "contraindications.toml",
        "applies = { age_min = 12, age_max = 55 }",
        "applies = { age_min = 56, age_max = 55 }",
        "pregnancy: applies: age_min: lies above age_max",
    ),
    (
        "contraindications.toml",
        'applies = { subject = "other" }',
        'applies = { subject = "other", planet = "x" }',
        "capacity: applies: planet: unknown field",
    ),
    (
        "evidence_map.toml",
        'speak_as = "strong"\nalso_say',
        'speak_as = "certain"\nalso_say',
        "knee_osteoarthritis: speak_as: 'certain' is none of",
    ),
    (
        "evidence_map.toml",
        'id = "als"\ntier = "not_on_map"\nspeak_as = "none"',
        'id = "als"\ntier = "not_on_map"\nspeak_as = "moderate"',
        "als: speak_as: moderate speaks above the tier not_on_map",
    ),
    ("evidence_map.toml", 'measures = ["rapid3"', 'measures = ["rapid4"', "rheumatoid_arthritis: measures: 'rapid4' is unknown"),
    ("evidence_map.toml", 'always_flags = ["capacity"]', 'always_flags = ["memory"]', "alzheimer: always_flags: 'memory' is unknown"),
    ("evidence_map.toml", 'questions = ["nitrates"]', 'questions = ["viagra"]', "erectile_dysfunction: questions: 'viagra' is unknown"),
    (
        "emergencies.toml",
        'id = "suicide_self_harm"\nclass = "crisis"',
        'id = "suicide_self_harm"\nclass = "same_day"',
        "no cue of class crisis",
    ),
    ("emergencies.toml", 'countries = ["GB"]', 'countries = ["UK "]', "'UK ' is no ISO 3166-1 code"),
    ("emergencies.toml", 'countries = ["GB"]', 'countries = ["FR"]', "FR: numbers given twice"),
    ("emergencies.toml", 'number = "116 123"', 'number = "call us"', "'call us' cannot be dialled"),
    ("emergencies.toml", "countries = []", 'countries = ["XX"]', "exactly one row must serve an unknown country"),
    (
        "therapies.toml",
        'evidence = { answer = "in_part", note = "Only for the selected uses; small studies." }',
        'evidence = { answer = "no", note = "None." }',
        "exosomes: status: used_as_adjunct although a framework question is answered no",
    ),
    (
        "host_factors.toml",
        'id = "waist"\norder = 110\nasked = false',
        'id = "waist"\norder = 110\nasked = true',
        "9 are asked, at most 8 may be",
    ),
    ("host_factors.toml", 'unit = "h", low = 0, high = 24', 'unit = "h", low = 24, high = 0', "low: must lie below high"),
    ("protocol.toml", "value = 8.5", 'value = "8.5"', "hba1c_caution_percent: value: must be a number"),
    ("protocol.toml", "review_due = 2027-02-01", 'review_due = "soon"', "review_due: must be date, is str"),
]


@pytest.mark.parametrize(("file", "old", "new", "fault"), PLANTED, ids=[fault[-1] for fault in PLANTED])
def test_a_planted_fault_is_named(file: str, old: str, new: str, fault: str) -> None:
    """Each fault planted in a copy of the shipped files is named, with the file it stands in."""
    found = issues(shipped_with(file, old, new))
    assert any(fault in issue for issue in found), found
    assert any(issue.startswith(file) for issue in found)


def test_every_fault_is_named_at_once() -> None:
    """Faults in three files are reported together, not one per attempt."""
    texts = shipped_with("contraindications.toml", 'asks = "Breast-feeding now?"\n', "")
    texts["protocol.toml"] = texts["protocol.toml"].replace("value = 8.5", 'value = "high"')
    texts["emergencies.toml"] = texts["emergencies.toml"].replace('countries = ["FR"]', 'countries = ["GB"]')
    with pytest.raises(FaultyProtocolError) as refusal:
        load_from(texts)
    for fault in ("breastfeeding: asks: missing", "hba1c_caution_percent: value: must be a number", "GB: numbers given twice"):
        assert fault in str(refusal.value)
    assert len(refusal.value.issues) == 3


def test_a_missing_file_is_one_fault() -> None:
    """A file that is not there is named as such."""
    texts = {name: text for name, text in data_files().items() if name != "therapies.toml"}
    assert "therapies.toml: file missing" in issues(texts)


def test_a_file_that_is_not_toml_is_named() -> None:
    """Broken syntax is a fault with the parser's reason, not an exception of the parser."""
    assert any(issue.startswith("host_factors.toml: not TOML") for issue in issues(shipped_plus("host_factors.toml", "\n= =")))


def test_a_row_given_twice_is_named() -> None:
    """The same id cannot stand for two rows."""
    assert "contraindications.toml: contraindication extra: stands twice" in issues(shipped_plus("contraindications.toml", ROW + ROW))


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ('severity_maybe = "hard"\n', "extra: severity_maybe: unknown field"),
        ('follow_ups = [{ id = "a", kind = "riddle", asks = "x" }]\n', "kind: 'riddle' is none of"),
        ('follow_ups = [{ id = "a", kind = "choice", asks = "x" }]\n', "options: missing"),
        ('follow_ups = [{ id = "a", kind = "text", asks = "x", options = ["y"] }]\n', "options: do not belong to kind text"),
        ('follow_ups = [{ id = "a", kind = "text", asks = "x", when = "past" }]\n', "when: does not belong to kind text"),
        ('follow_ups = [{ id = "a", kind = "text", asks = "x" }, { id = "a", kind = "text", asks = "x" }]\n', "'a' stands twice"),
        ('follow_ups = [{ id = "n", kind = "number", asks = "x", quantity = { unit = "kg", low = true, high = 3 } }]\n', "low: must be"),
        ('options = ["yes", "yes"]\n', "options: names the same thing twice"),
        ('options = ["yes", 3]\n', "options: holds something that is not a word"),
        ('note = " "\n', "note: blank"),
        ("follow_ups = [3]\n", "follow_ups: holds something that is not a table"),
    ],
)
def test_a_badly_formed_row_is_named(more: str, fault: str) -> None:
    """Each way to misspell a row has its own words."""
    found = issues(shipped_plus("contraindications.toml", ROW + more))
    assert any(fault in issue for issue in found), found


def test_more_than_three_follow_ups_are_refused() -> None:
    """Each follow-up is a turn of the chat."""
    many = ", ".join(f'{{ id = "q{n}", kind = "text", asks = "x" }}' for n in range(4))
    assert any("more than 3" in issue for issue in issues(shipped_plus("contraindications.toml", ROW + f"follow_ups = [{many}]\n")))


def test_not_knowing_a_hard_item_cannot_be_light() -> None:
    """A row that is hard when answered yes is hard when unsure."""
    assert any("not knowing a hard item is hard" in issue for issue in issues(shipped_plus("contraindications.toml", ROW.replace(
        'severity_yes = "caution"', 'severity_yes = "hard"'))))  # fmt: skip


@pytest.mark.parametrize("digest", ["abc", "Z" * 64])
def test_a_signature_must_hold_a_digest(digest: str) -> None:
    """A ledger entry over something that is no SHA-256 is a fault, not silently unsigned."""
    entry = f'\n[[signature]]\ndigest = "{digest}"\nversion = "v"\nphysician = "p"\nlicence = "l"\nsigned_at = 2026-11-20\n'
    assert any("digest: is no SHA-256" in issue for issue in issues(shipped_plus("signature.toml", entry)))
