"""Plants faults and signatures into copies of the shipped data files. Knows nothing of what is tested with them."""

from flows.protocol import data_files


def shipped_with(file: str, old: str, new: str) -> dict[str, str]:
    """The shipped files with one passage replaced; the passage must stand there exactly once."""
    texts = dict(data_files())
    assert texts[file].count(old) == 1, f"{old!r} stands {texts[file].count(old)} times in {file}"
    texts[file] = texts[file].replace(old, new)
    return texts


def shipped_plus(file: str, more: str) -> dict[str, str]:
    """The shipped files with text added at the end of one."""
    texts = dict(data_files())
    texts[file] += more
    return texts
