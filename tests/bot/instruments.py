"""A licensed instrument for tests: the shipped KOOS with wording that is plainly nobody's. Knows files; must not know assertions."""

from pathlib import Path

from flows.protocol import data_files, load
from flows.protocol.measure import Items


def licensed_folder(folder: Path, name: str = "koos", language: str = "es") -> Path:
    """A folder with one filled-in measure file, as an operator would write it."""
    measure = load().measures[name]
    ways = {branch.id: len(branch.points) for group in measure.groups for branch in group.branches}
    items = "\n".join(f'{item} = "Pregunta inventada {n}"' for n, item in enumerate([*measure.item_ids, *ways], 1))
    apart = [item for items in measure.alike for item in items]
    lists = {group.group: (group, "") for group in measure.groups} | {item: (measure.group_of(item), f" de {item}") for item in apart}
    counts = {key: (_labels(group), of) for key, (group, of) in lists.items()} | {
        name: (count, f" de {name}") for name, count in ways.items()
    }
    answers = "\n".join(f"{key} = {[f'grado {n}{of}' for n in range(count)]}" for key, (count, of) in counts.items())
    text = data_files()[f"measures/{name}.toml"].replace('licence_ref = ""', 'licence_ref = "TEST 1"')
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.toml").write_text(f"{text}\n[{language}.items]\n{items}\n\n[{language}.answers]\n{answers}\n", "utf-8")
    return folder


def _labels(group: Items) -> int:
    return len(group.branches) or len(group.allowed) or int((group.high - group.low) / group.step) + 1
