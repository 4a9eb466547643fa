"""What an example expects, held against what came of its answers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from questionnaire_core.response import Response
from questionnaire_site.plain import Json
from questionnaire_site.reading.diagnostics import did_you_mean
from questionnaire_site.reading.nodes import Mapping, Node, Scalar
from questionnaire_site.reading.scalars import value_of
from questionnaire_site.reading.source import Source
from questionnaire_site.reading.written import value_at


def compare(source: Source, expect: Mapping, response: Response, result: Json) -> None:
    """Tell of everything that is expected and is not so of a result, which is as the browser gets it."""
    comparison = _Comparison(source, response, result)
    for key, node in expect.values.items():
        comparison.compare(key, node, expect)


class _Comparison:
    def __init__(self, source: Source, response: Response, result: Json) -> None:
        self.source = source
        self.response = response
        self.result = result
        self.classification: Json = result["classification"] or {}
        self.finding_ids = [finding["id"] for finding in result["findings"]]

    def compare(self, key: str, node: Node, expect: Mapping) -> None:
        match key, node:
            case "classification", Scalar():
                self.equal(node, "the classification", node.raw, self.classification.get("id"))
            case "settled", Scalar():
                self.equal(node, "settled", value_of(node), self.classification.get("settled"))
            case "reasons_contain", _:
                self.reasons(expect.scalars(key))
            case "findings", Mapping():
                self.findings_by_kind(node)
            case "findings", _:
                self.findings(expect.scalars(key), there=True)
            case "no_findings", _:
                self.findings(expect.scalars(key), there=False)
            case "scores", Mapping():
                self.scores(node)
            case "computed", Mapping():
                self.computed(node)
            case "shown" | "hidden", _:
                self.shown(expect.scalars(key), key == "shown")

    def equal(self, at: Node, what: str, expected: Any, found: Any) -> None:
        if expected != found:
            self.fail(at, f"{what} is {_said(found)}, expected {_said(expected)}")

    def reasons(self, texts: Iterable[Scalar]) -> None:
        given = (self.classification, *self.result["findings"])
        reasons = [reason["text"] for each in given for reason in each.get("reasons", ())]
        for text in texts:
            if not any(text.raw in reason for reason in reasons):
                there = "; ".join(reasons[:5]) or "none"
                self.fail(text, f"no reason contains {_said(text.raw)}; the reasons are: {there}")

    def findings(self, names: Iterable[Scalar], *, there: bool) -> None:
        for name in names:
            if there and name.raw not in self.finding_ids:
                fix = did_you_mean(name.raw, self.finding_ids)
                self.fail(
                    name,
                    f'there is no finding "{name.raw}"; the findings are: {_listed(self.finding_ids)}',
                    fix,
                )
            if not there and name.raw in self.finding_ids:
                self.fail(name, f'there is a finding "{name.raw}", expected none')

    def findings_by_kind(self, node: Mapping) -> None:
        for kind, wanted in node.values.items():
            expected = [scalar.raw for scalar in node.scalars(kind)]
            found = [finding["id"] for finding in self.result["findings"] if finding["kind"] == kind]
            if expected != found:
                message = (
                    f"the findings of the kind {kind} are {_listed(found)}; expected {_listed(expected)}"
                )
                self.fail(wanted, message)

    def scores(self, node: Mapping) -> None:
        by_section = {score["section"] or "total": score for score in self.result["scores"]}
        for name, wanted in node.values.items():
            score = by_section.get(name)
            if score is None:
                fix = did_you_mean(name, by_section)
                self.fail(
                    node.keys[name], f'there is no score "{name}"; the scores are: {_listed(by_section)}', fix
                )
            elif isinstance(wanted, Scalar):
                self.equal(wanted, f'the score "{name}"', value_of(wanted), score["number"])
            elif isinstance(wanted, Mapping):
                self.score(name, score, wanted)

    def score(self, name: str, score: Json, wanted: Mapping) -> None:
        for key, at in wanted.values.items():
            if isinstance(at, Mapping):
                counts = dict(score["counts"])
                for label, number in at.values.items():
                    self.equal(
                        number, f'the count "{label}" of "{name}"', value_at(at, label), counts.get(label)
                    )
            else:
                self.equal(at, f'{key} of the score "{name}"', value_at(wanted, key), score[key])

    def computed(self, node: Mapping) -> None:
        for path, wanted in node.values.items():
            if self.known(path, node.keys[path]):
                self.equal(wanted, f'"{path}"', value_at(node, path), self.response.answer(path))

    def shown(self, paths: Iterable[Scalar], expected: bool) -> None:
        for path in paths:
            if self.known(path.raw, path) and self.response.is_visible(path.raw) != expected:
                states = ("not asked", "asked") if expected else ("asked", "not asked")
                self.fail(path, f'"{path.raw}" is {states[0]}, expected that it is {states[1]}')

    def known(self, path: str, at: Node) -> bool:
        """Check that an item is there to be looked at: in entries, in one that the example has."""
        questionnaire = self.response.questionnaire
        place = questionnaire.place(path)
        if place is None:
            fix = did_you_mean(path, questionnaire.places)
            self.source.report("unknown-item", at, f'there is no item "{path}"', fix)
        elif place.parent is not None and place.parent.type == "entries":
            entry_id = path.split("/")[1]
            listed = self.response.given_entries.get(place.parent.id, ())
            if entry_id not in listed:
                message = f'there is no entry "{entry_id}" in "{place.parent.id}"'
                fix = did_you_mean(entry_id, listed, f"write it under entries: {place.parent.id}")
                self.source.report("unknown-item", at, message, fix)
                return False
        return place is not None

    def fail(self, at: Node, message: str, fix: str = "") -> None:
        both_ways = "if the rules changed on purpose, change what is expected; otherwise mend the rules"
        self.source.report("example-failed", at, message, fix or both_ways)


def _said(value: Any) -> str:
    return "nothing" if value is None else f'"{value}"' if isinstance(value, str) else str(value)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names) or "none"
