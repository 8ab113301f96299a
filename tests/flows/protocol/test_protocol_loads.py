"""The shipped protocol can be used, holds every id the outside relies on, and knows whether it is signed."""

import pytest

from flows.protocol import SIGNED_FILES, data_files, digest_of, issues, load, load_from
from tests.flows.protocol.planting import shipped_plus

INDICATIONS = (
    "knee_osteoarthritis, hip_osteoarthritis, rotator_cuff, tendinopathy, ligament_meniscus_injury, post_surgical_orthopedic, back_pain, "
    "rheumatoid_arthritis, lupus, multiple_sclerosis, parkinson, alzheimer, als, autism, spinal_cord_injury, copd, heart_failure, "
    "diabetes_type_1, diabetes_type_2, anti_aging, hair_loss, long_covid, kidney_disease, liver_disease, gvhd, ards, "
    "erectile_dysfunction, aesthetics, other"
)
CONTRAINDICATIONS = (
    "active_malignancy, past_malignancy, uncontrolled_infection, pregnancy, breastfeeding, blood_disorder, immunomodulator, "
    "anticoagulant, thrombosis, transplant, organ_failure, minor, allergy"
)
SECTION_TWO = (
    f"{CONTRAINDICATIONS}, steroid_long, diabetes_control, hiv_hbv_hcv, prior_cell_reaction, recent_surgery, recent_joint_injection, "
    "joint_prosthesis, recent_vaccine, proxy, capacity, stopped_treatment, desperation, no_evidence_phenotype"
)
CONTEXT = "medicine_list, allergies_other, height, weight, records_available"
THERAPIES = "exosomes, peptides, molecular_hydrogen, plasma_exchange, nad, senolytics, other"


def signed(digest: str, version: str, day: str = "2026-11-20") -> str:
    """A ledger entry as the approve command would write it."""
    return (
        f'\n[[signature]]\ndigest = "{digest}"\nversion = "{version}"\nphysician = "Dra. Ejemplo"\nlicence = "0000000"\nsigned_at = {day}\n'
    )


def test_the_shipped_protocol_has_no_issue() -> None:
    """Nothing in the shipped files contradicts itself."""
    assert issues() == ()


def test_load_is_read_once() -> None:
    """The protocol is one value per process."""
    assert load() is load()


@pytest.mark.parametrize("name", INDICATIONS.split(", "))
def test_every_indication_of_the_contract_is_mapped(name: str) -> None:
    """Each indication id that the outside relies on has a row, and the protocol itself demands it."""
    assert name in load().evidence
    assert name in load().required.indications


@pytest.mark.parametrize("name", SECTION_TWO.split(", "))
def test_every_screening_row_is_present(name: str) -> None:
    """Each screening row of the clinic's rules has a row in the data."""
    assert load().contraindication(name).id == name


@pytest.mark.parametrize("name", CONTRAINDICATIONS.split(", "))
def test_every_contraindication_of_the_contract_carries_its_flag(name: str) -> None:
    """Each contraindication id that the outside relies on raises its prefixed flag."""
    assert f"contraindication:{name}" in load().contraindication(name).flag_ids
    assert name in load().required.contraindications


@pytest.mark.parametrize("name", CONTEXT.split(", "))
def test_what_is_asked_elsewhere_is_written_down(name: str) -> None:
    """Rows of the screening table that other parts of the conversation ask are named with their place."""
    assert name in {context.id for context in load().contexts}


@pytest.mark.parametrize("name", THERAPIES.split(", "))
def test_every_therapy_of_the_contract_is_registered(name: str) -> None:
    """Each emerging therapy id that the outside relies on has a row."""
    assert name in load().therapies


def test_the_shipped_protocol_is_an_unsigned_draft() -> None:
    """Nothing is signed as shipped, and the version says draft."""
    assert load().signature is None
    assert load().version.endswith("-draft")


def test_a_signature_over_the_digest_counts() -> None:
    """An entry over exactly this digest and version signs the protocol."""
    protocol = load_from(shipped_plus("signature.toml", signed(load().digest, load().version)))
    assert protocol.signature is not None
    assert protocol.signature.physician == "Dra. Ejemplo"


def test_signing_does_not_change_what_is_signed() -> None:
    """The ledger stands outside the digest."""
    assert load_from(shipped_plus("signature.toml", signed(load().digest, load().version))).digest == load().digest


@pytest.mark.parametrize("file", SIGNED_FILES)
def test_a_changed_file_loses_the_signature(file: str) -> None:
    """One added comment in any signed file leaves the protocol unsigned."""
    texts = shipped_plus("signature.toml", signed(load().digest, load().version))
    texts[file] += "\n# changed\n"
    assert load_from(texts).signature is None


def test_the_latest_of_two_signatures_counts() -> None:
    """Signing again keeps history and shows the newer entry."""
    ledger = signed(load().digest, load().version, "2026-12-01") + signed(load().digest, load().version, "2026-11-20")
    signature = load_from(shipped_plus("signature.toml", ledger)).signature
    assert signature is not None
    assert signature.signed_at.isoformat() == "2026-12-01"


def test_line_endings_do_not_change_the_digest() -> None:
    """A checkout with Windows line endings has the same digest."""
    assert digest_of({name: text.replace("\n", "\r\n") for name, text in data_files().items()}) == load().digest


def test_moving_text_between_files_changes_the_digest() -> None:
    """The digest knows which file a text stands in."""
    texts = dict(data_files())
    texts["therapies.toml"], texts["host_factors.toml"] = texts["host_factors.toml"], texts["therapies.toml"]
    assert digest_of(texts) != load().digest


def test_the_protocol_is_reviewed_within_a_quarter() -> None:
    """The next review is due at most about three months after drafting."""
    assert 0 < (load().review_due - load().drafted_on).days <= 93


def test_every_figure_says_why() -> None:
    """Each setting carries its unit, reason and source."""
    assert all(setting.unit and setting.why and setting.source for setting in load().settings.values())
