"""Options by what a person writes: labels that tell them apart, and the option that a text means."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from questionnaire_core.model import Item
from questionnaire_core.outputs.cell_text import clean
from questionnaire_core.paths import child_path, entry_path
from questionnaire_core.values import SPACES

_SAME = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "..."})
"""What word processors and spreadsheets put in place of what was typed."""


def folded(text: str) -> str:
    """Return a text as it is compared: without regard to case, spaces and kinds of quotation marks."""
    same = unicodedata.normalize("NFKC", text).translate(_SAME)
    return " ".join(same.casefold().split()).rstrip(".")


def told_apart(labels: Iterable[str]) -> list[str]:
    """Return the labels on one line each, a number after those that were there before."""
    taken: set[str] = set()
    apart = []
    for label in labels:
        plain = " ".join(clean(label).strip(SPACES).split()) or "-"
        words, number = plain, 2
        while folded(words) in taken:
            words, number = f"{plain} ({number})", number + 1
        taken.add(folded(words))
        apart.append(words)
    return apart


def option_labels(item: Item) -> dict[str, str]:
    """Return the label of each option that the author wrote, by its id."""
    return dict(zip((o.id for o in item.options), told_apart(o.label for o in item.options), strict=True))


def entry_labels(
    holder: Item, ids: Sequence[str], answers: Mapping[str, object], naming: Mapping[str, Mapping[str, str]]
) -> dict[str, str]:
    """Return what each entry is called, by its id: its title, or its number while it has none.

    `naming` has the labels of other entries, by their path, for entries that are called by one of those.
    """
    return dict(zip(ids, told_apart(_titles(holder, ids, answers, naming)), strict=True))


def _titles(
    holder: Item, ids: Sequence[str], answers: Mapping[str, object], naming: Mapping[str, Mapping[str, str]]
) -> Iterable[str]:
    child = next((child for child in holder.items if child.id == holder.entry_title), None)
    for number, id_ in enumerate(ids, start=1):
        path = child_path(holder.path, holder.entry_title or "")
        value = answers.get(entry_path(path, id_))
        chosen = value if isinstance(value, list | tuple) else (value,)
        labels = {} if child is None else naming.get(child.options_from or "", option_labels(child))
        words = [labels.get(str(one), str(one)) for one in chosen if one is not None]
        title = ", ".join(words)
        yield title if title.strip(SPACES) else f"{holder.singular or holder.title} {number}"


def meant(text: str, labels: Mapping[str, str]) -> list[str]:
    """Return the ids of the options that a text may mean: one, unless nothing or too much fits."""
    exact = [id_ for id_, label in labels.items() if label == text]
    if exact:
        return exact
    wanted = folded(text)
    alike = [id_ for id_, label in labels.items() if folded(label) == wanted]
    return alike or [id_ for id_ in labels if folded(id_) == wanted]
