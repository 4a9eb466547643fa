"""Conclusions and grids that an author names by their ids: does anything make them?

Scoring is not run for this: an id counts as made when it stands in scoring.py, or in a file that it imports
from, as a text.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from questionnaire_site.checks.scoring import nodes_of
from questionnaire_site.checks.scoring_files import read_scoring_files
from questionnaire_site.definition.outline import Item, Outline
from questionnaire_site.kept import kept
from questionnaire_site.reading import yaml_source
from questionnaire_site.reading.diagnostics import did_you_mean, nearest
from questionnaire_site.reading.nodes import Mapping, Scalar


def check_advice(outline: Outline, scoring: Sequence[ast.Module]) -> None:
    """Tell of a goal that is no conclusion of this questionnaire, which has bands if it has no scoring."""
    advice = outline.root.mapping("advice")
    bands = _bands(outline.root)
    known = _texts_in(scoring) if scoring else set(bands)
    for name in advice.scalars("towards") if advice else ():
        if name.raw not in known:
            where = "in scoring.py" if scoring else "among the bands"
            none = "name a classification that can come about"
            fix = did_you_mean(name.raw, () if scoring else bands, none)
            outline.source.report("unknown-conclusion", name, f'there is no "{name.raw}" {where}', fix)


def check_grids(outline: Outline, scoring: Sequence[ast.Module]) -> None:
    """Tell of a report part that shows a grid which scoring.py does not make."""
    made = list(_grids_in(scoring))
    if not scoring or None in made:
        return
    texts = _texts_in(scoring)
    for part in outline.root.mappings("report"):
        name = part.scalar("grid")
        if name is not None and name.raw not in texts:
            none = "make it in scoring.py, and give it back: Result(grids=...)"
            fix = did_you_mean(name.raw, [id_ for id_ in made if id_], none)
            outline.source.report("unknown-name", name, f'scoring.py makes no grid "{name.raw}"', fix)


def check_taken(outline: Outline, questionnaires: Path) -> None:
    """Tell of answers to be taken from a questionnaire that is not there, or that never gives them."""
    sources = ((item, item.node.mapping("take_from")) for item in outline.items.values())
    named = [(item, name) for item, source in sources if source and (name := source.scalar("questionnaire"))]
    found = questionnaires.glob("*/questionnaire.yml") if named else ()
    others = sorted({file.parent.name for file in found} - {outline.root.text("id") or ""})
    for item, name in named:
        if name.raw not in others:
            message = f'there is no other questionnaire "{name.raw}"'
            fix = did_you_mean(name.raw, others, "write the name of its folder")
            outline.source.report("unknown-name", name, message, fix)
        else:
            _check_options(outline, item, name, questionnaires / name.raw)


def _check_options(outline: Outline, item: Item, name: Scalar, folder: Path) -> None:
    known, bands = conclusions_of(folder)
    if known is not None and known.isdisjoint(item.option_ids):
        message = f'no option of "{item.id}" is a conclusion of "{name.raw}", so none can be taken from it'
        fix = "give options the ids of its conclusions" + (f": {', '.join(bands)}" if bands else "")
        alike = ((option, near) for option in item.option_ids if (near := nearest(option, known)))
        fix = next((f"did you mean {near}, in place of {option}?" for option, near in alike), fix)
        outline.source.report("unknown-conclusion", name, message, fix, severity="warning")


def conclusions_of(folder: Path) -> tuple[set[str] | None, list[str]]:
    """Return what may be concluded of a questionnaire, as far as can be seen, and its bands.

    None when the questionnaire cannot be read: that is told where it is.
    """
    files = [file for file in (folder / "questionnaire.yml", *sorted(folder.glob("*.py"))) if file.exists()]
    made_of = [(file.name, file.read_text("utf-8", "replace")) for file in files]
    return kept("conclusions", made_of, partial(_conclusions, folder))


def _conclusions(folder: Path) -> tuple[set[str] | None, list[str]]:
    scoring = [file.tree for file in read_scoring_files(folder)]
    root = yaml_source.read(folder / "questionnaire.yml").root
    if not isinstance(root, Mapping) or None in scoring:
        return None, []
    trees = [tree for tree in scoring if tree]
    bands = _bands(root)
    return (_texts_in(trees) if trees else set(bands)), bands


def _bands(root: Mapping) -> list[str]:
    return [id_ for band in root.mappings("bands") if (id_ := band.text("id"))]


def _texts_in(scoring: Sequence[ast.Module]) -> set[str]:
    return {
        node.value for tree in scoring for node in nodes_of(tree, ast.Constant) if isinstance(node.value, str)
    }


def _grids_in(scoring: Sequence[ast.Module]) -> Iterator[str | None]:
    """Give the id of every grid that is made; None for one whose id is not plain to see."""
    for node in (node for tree in scoring for node in nodes_of(tree, ast.Call)):
        match node:
            case (
                ast.Call(func=ast.Name(id="Grid"), args=[ast.Constant(value=str(id_)), *_])
                | ast.Call(
                    func=ast.Name(id="Grid"), keywords=[ast.keyword("id", ast.Constant(value=str(id_))), *_]
                )
            ):
                yield id_
            case ast.Call(func=ast.Name(id="Grid")):
                yield None
            case _:
                pass
