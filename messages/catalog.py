"""Key + language + variables -> text, from the Fluent files in `locales/`.

Knows the files and nothing else. A missing text or variable is an error, never a silent fallback to a key or another language.
"""

import hashlib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser, ast, serialize, visitor

from messages.building import built
from messages.prompt import LANGUAGES, NO_VARIABLES, Choice, Message, Prompt, Variable

LOCALES = Path(__file__).parent / "locales"


class MissingText(LookupError):
    """No text under this key in this language, or a variable it needs was not given. Names key and language, never a value."""


class Catalog:
    """All texts of all languages. Immutable once loaded; safe to share between threads."""

    def __init__(self, files: Mapping[str, Mapping[str, str]]) -> None:
        """Take Fluent sources as language -> file name -> source. Raises `ValueError` naming file and line of a syntax fault."""
        self._bundles: dict[str, FluentBundle] = {}
        self._entries: dict[str, dict[str, ast.Pattern]] = {}
        self._files: dict[str, dict[str, str]] = {}
        self._finished: dict[tuple[str, str], str] = {}
        self._uses: dict[tuple[str, str], frozenset[str] | None] = {}
        for language, sources in files.items():
            self._load(language, sources)

    def _load(self, language: str, sources: Mapping[str, str]) -> None:
        bundle = FluentBundle([language], use_isolating=False)
        entries: dict[str, ast.Pattern] = {}
        origin: dict[str, str] = {}
        for name, source in sorted(sources.items()):
            resource = _parsed(source)
            bundle.add_resource(resource)
            for key, pattern in _patterns(resource, f"{language}/{name}"):
                if key in entries:
                    raise ValueError(f"{language}/{name}: {key} is written twice, first in {origin[key]}")
                entries[key], origin[key] = pattern, name
        self._bundles[language], self._entries[language], self._files[language] = bundle, entries, origin

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages loaded, in the product's order."""
        return tuple(language for language in LANGUAGES if language in self._bundles)

    def keys(self, language: str) -> frozenset[str]:
        """Every key of a language, attributes as `message.attribute`."""
        return frozenset(self._entries.get(language, ()))

    def has(self, key: str, language: str) -> bool:
        """Whether a text stands under this key in this language."""
        return key in self._entries.get(language, ())

    def file(self, key: str, language: str) -> str:
        """The file a text stands in, such as `screening.ftl`."""
        return self._files[language][key]

    def variables(self, key: str, language: str) -> frozenset[str]:
        """The names of the variables a text uses."""
        return frozenset(_variables(self._pattern(key, language)))

    def source(self, key: str, language: str) -> str:
        """The text as written, placeables and all: what a physician signs."""
        pattern = self._pattern(key, language)
        return serialize(ast.Resource([ast.Message(ast.Identifier("x"), pattern)])).removeprefix("x =").strip()

    def digest(self, key: str, language: str) -> str:
        """SHA-256 (hex) of the text as written; changes when any character of it changes."""
        return hashlib.sha256(self.source(key, language).encode()).hexdigest()

    def text(self, key: str, language: str, variables: Mapping[str, Variable] = NO_VARIABLES) -> str:
        """The finished text. Raises `MissingText` when the key, the language or a needed variable is missing."""
        used = self._used(key, language)
        if used or used is None:
            return self._finish(key, language, variables if used is None else {name: variables[name] for name in used & variables.keys()})
        if (key, language) not in self._finished:
            self._finished[key, language] = self._finish(key, language, NO_VARIABLES)
        return self._finished[key, language]

    def _used(self, key: str, language: str) -> frozenset[str] | None:
        """The variables a text uses, so that no other is worked out for it; None for all, where it refers to another text."""
        if (key, language) not in self._uses:
            pattern = self._pattern(key, language)
            self._uses[key, language] = None if _refers(pattern) else frozenset(_variables(pattern))
        return self._uses[key, language]

    def _finish(self, key: str, language: str, variables: Mapping[str, Variable]) -> str:
        pattern = self._compiled(key, language)
        known = {name: self._value(value, language, variables, "\n" if name == "lines" else ", ") for name, value in variables.items()}
        text, errors = self._bundles[language].format_pattern(pattern, known)
        if errors:
            raise MissingText(f"{key} ({language}): {', '.join(sorted(type(error).__name__ for error in errors))}")
        return str(text)

    def render(self, prompt: Prompt, language: str, variables: Mapping[str, Variable] = NO_VARIABLES) -> Message:
        """A prompt in one language; `variables` are known to every text (the clinic's name) and yield to the prompt's own."""
        known = {**variables, **prompt.variables}
        options = tuple(Choice(option.id, self.text(option.label, language, known), option.by_word) for option in prompt.options)
        return Message(prompt.key, language, self.text(prompt.key, language, known), options)

    def _value(self, value: Variable, language: str, variables: Mapping[str, Variable], joint: str) -> str | int:
        if isinstance(value, Prompt):
            shared = {name: v for name, v in variables.items() if isinstance(v, str | int)}
            return self.text(value.key, language, {**shared, **value.variables})
        if isinstance(value, tuple):
            return joint.join(str(self._value(prompt, language, variables, joint)) for prompt in value)
        return value

    def _pattern(self, key: str, language: str) -> ast.Pattern:
        try:
            return self._entries[language][key]
        except KeyError:
            raise MissingText(f"{key} ({language})") from None

    def _compiled(self, key: str, language: str) -> Any:  # noqa: ANN401 - fluent.runtime publishes no types
        self._pattern(key, language)
        name, _, attribute = key.partition(".")
        message = self._bundles[language].get_message(name)
        return message.attributes[attribute] if attribute else message.value


_trees: dict[str, ast.Resource] = {}


def _parsed(source: str) -> ast.Resource:
    """A file's tree, which nobody changes: parsing is most of what loading takes."""
    if source not in _trees:
        _trees[source] = FluentParser(with_spans=False).parse(source)
    return _trees[source]


def _patterns(resource: ast.Resource, where: str) -> Iterator[tuple[str, ast.Pattern]]:
    for entry in resource.body:
        if isinstance(entry, ast.Junk):
            fragment = (entry.content or "").strip().splitlines()[0][:60]
            raise ValueError(f"{where}: not Fluent near: {fragment}")  # noqa: TRY004 - the fault is in the text, not in a type
        if isinstance(entry, ast.Message):
            if entry.value is not None:
                yield entry.id.name, entry.value
            for attribute in entry.attributes:
                yield f"{entry.id.name}.{attribute.id.name}", attribute.value


def _variables(pattern: ast.Pattern) -> set[str]:
    found: set[str] = set()

    class Finder(visitor.Visitor):
        def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - the library's naming
            found.add(node.id.name)

    Finder().visit(pattern)
    return found


def _refers(pattern: ast.Pattern) -> bool:
    found: list[bool] = []

    class Finder(visitor.Visitor):
        def visit_MessageReference(self, _node: ast.MessageReference) -> None:  # noqa: N802 - the library's naming
            found.append(True)

        def visit_TermReference(self, _node: ast.TermReference) -> None:  # noqa: N802 - the library's naming
            found.append(True)

    Finder().visit(pattern)
    return bool(found)


@cache
def shipped() -> Catalog:
    """The catalogue in `locales/`, read once."""
    files = {folder.name: {file.name: file.read_text("utf-8") for file in folder.glob("*.ftl")} for folder in LOCALES.iterdir()}
    _trees.update(built("texts", lambda: {source: _parsed(source) for sources in files.values() for source in sources.values()}))
    return Catalog(files)
