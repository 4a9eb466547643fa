"""What the cells of a workbook come to: answers, entries in their order, and every cell that was left.

Owns putting answers together: ticks of one question, pieces of one text, names of entries that are known
only in the end. What is not taken is listed with its cell, its words and what to do.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from questionnaire_core.model import Item, Questionnaire
from questionnaire_core.paths import entry_path, template_path
from questionnaire_core.sheets.cell_meaning import Meaning, NotUnderstood
from questionnaire_core.sheets.cells import Address, Cell, Sheet, address_text
from questionnaire_core.sheets.labels import told_apart
from questionnaire_core.sheets.marks import Key
from questionnaire_core.sheets.plan import Given, given_labels, implied_answers
from questionnaire_core.texts import Texts
from questionnaire_core.values import SPACES, lines


class Left(NamedTuple):
    """A cell that was not taken."""

    sheet: str
    cell: str
    question: str
    says: str
    why: str


class Reading(NamedTuple):
    answers: dict[str, Any]
    entries: dict[str, list[str]]
    left: list[Left]
    is_earlier: bool = False
    """It is of an earlier revision: what was asked otherwise then is among what is left."""


class Said(NamedTuple):
    """A cell, and where it stands."""

    sheet: str
    address: Address
    cell: Cell

    @property
    def place(self) -> str:
        return address_text(self.address)


class Account:
    """Takes cells one by one, in any order, and says in the end what they come to."""

    def __init__(self, questionnaire: Questionnaire, texts: Texts) -> None:
        self.questionnaire = questionnaire
        self.texts = texts
        self.meaning = Meaning(texts)
        self.answers: dict[str, Any] = {}
        self.entries: dict[str, list[str]] = {}
        self.order: dict[str, dict[str, str]] = {}
        """What the workbook itself calls the entries that it was made with, by path and id."""
        self.left: list[Left] = []
        self._taken: dict[str, Said] = {}
        """The cell that each answer came from."""
        self._pieces: dict[str, dict[int, Said]] = {}
        self._waiting: list[tuple[str, Item, Said]] = []
        """What names other answers, which have to be known first."""

    def add_entry(self, holder: Item, view: Item | None, entry_id: str) -> None:
        """List an entry, with the answers that its table says by itself unless its row says otherwise."""
        self.entries.setdefault(holder.path, []).append(entry_id)
        if view is None:
            return
        single = set(implied_answers(holder, view))
        for child_id, wanted in view.where:
            path = f"{holder.path}/{entry_id}/{child_id}"
            if child_id in single:
                self.answers.setdefault(path, wanted)
            elif wanted not in self.answers.setdefault(path, []):
                self.answers[path].append(wanted)

    def take(self, path: str, item: Item, key: Key, said: Said) -> bool:
        """Take what a cell says, or keep it until what it names is known; raises NotUnderstood.

        False when it says that an option is not ticked: that alone is no answer.
        """
        if said.cell.kind == "formula":
            raise self.meaning.wrong("core.sheet_formula")
        if said.cell.kind == "error":
            raise self.meaning.wrong("core.sheet_error")
        if key.option is not None:
            return self._take_tick(path, key.option, said)
        if item.options_source is not None:
            self._waiting.append((path, item, said))
        elif item.type in ("text", "long-text"):
            self._take_piece(path, key.part, said)
        else:
            self._take_value(path, self.meaning.answer(item, said.cell), said)
        return True

    def _take_tick(self, path: str, option: str, said: Said) -> bool:
        if not self.meaning.ticked(said.cell):
            return False
        ticks = self.answers.setdefault(path, [])
        if option not in ticks:
            ticks.append(option)
        self._taken.setdefault(path, said)
        return True

    def _take_piece(self, path: str, part: int, said: Said) -> None:
        pieces = self._pieces.setdefault(path, {})
        if part in pieces and pieces[part].cell.shown != said.cell.shown:
            raise self._twice(pieces[part])
        pieces.setdefault(part, said)

    def _take_value(self, path: str, value: Any, said: Said) -> None:
        if path in self._taken and self.answers[path] != value:
            raise self._twice(self._taken[path])
        self.answers[path] = value
        self._taken.setdefault(path, said)

    def _twice(self, first: Said) -> NotUnderstood:
        return self.meaning.wrong("core.sheet_twice", cell=f"{first.sheet}, {first.place}")

    def leave(self, said: Said, question: str, why: str) -> None:
        says, result = said.cell.shown, said.cell.result
        if result is not None:
            says = self.texts.text("core.sheet_formula_shown", formula=says, shown=result)
        self.left.append(Left(said.sheet, said.place, question, says, why))

    def leave_sheet(self, sheet: Sheet) -> None:
        why = self.texts.text("core.sheet_foreign", count=len(sheet.cells))
        self.left.append(Left(sheet.name, "", "", "", why))

    def reading(self) -> Reading:
        """Return what it all comes to, once every cell has been taken or left."""
        for path, pieces in self._pieces.items():
            self.answers[path] = "".join(pieces[part].cell.shown for part in sorted(pieces))
        self._put_in_order()
        self._name_entries()
        return Reading(self.answers, {path: ids for path, ids in self.entries.items() if ids}, self.left)

    def _name_entries(self) -> None:
        labels = given_labels(self.questionnaire, Given(self.answers, self.entries))
        for path, item, said in self._waiting:
            try:
                value = self._named(path, item, said, labels)
                if value is not None:
                    self._take_value(path, value, said)
            except NotUnderstood as why:
                self.leave(said, item.heading, str(why))

    def _put_in_order(self) -> None:
        """Put ticks and entries into their own order: cells may have been moved, and sheets part a list."""
        for path, ticks in self.answers.items():
            if isinstance(ticks, list):
                item = self.questionnaire.places[template_path(path)].item
                ticks.sort(key=[option.id for option in item.options].index)
        for path, ids in self.entries.items():
            places = {id_: number for number, id_ in enumerate(self.order.get(path, ()))}
            ids.sort(key=lambda id_: places.get(id_, len(places)))

    def _named(self, path: str, item: Item, said: Said, labels: Mapping[str, Mapping[str, str]]) -> Any:
        """Return the answer that names entries, or lines of another answer."""
        source = self.questionnaire.place(item.options_source or "")
        title = "" if source is None else source.item.heading
        known = self._known(path, item, labels)
        if item.type != "choices":
            return self._named_one(said.cell.shown, item, known, title)
        chosen: list[str] = []
        for line in lines(said.cell.shown):
            try:
                one = self._named_one(line, item, known, title)
            except NotUnderstood as why:
                self.left.append(Left(said.sheet, said.place, item.heading, line, str(why)))
            else:
                chosen.extend([] if one in chosen else [one])
        return chosen or None

    def _named_one(self, text: str, item: Item, known: Mapping[str, str], title: str) -> str:
        """Return what a text names. Lines that stand in somebody else's workbook are taken on trust."""
        if not known and item.options_from is None:
            return text.strip(SPACES)
        return self.meaning.entry(text, known, title)

    def _known(self, path: str, item: Item, labels: Mapping[str, Mapping[str, str]]) -> Mapping[str, str]:
        """Return what can be named; no lines are known of a text that stands in another's workbook."""
        if item.options_from is None:
            entry_id = path.split("/")[1] if "*" in item.path else None
            text = self.answers.get(entry_path(item.options_from_text or "", entry_id))
            return {line: line for line in lines(text)} if isinstance(text, str) else {}
        here = labels.get(item.options_from, {})
        holder = self.questionnaire.places[item.options_from].item
        told = self.order.get(holder.of or holder.path, {})
        # The workbook's own names first: they tell apart what has the same title.
        return dict(zip(here, told_apart(told.get(id_, label) for id_, label in here.items()), strict=True))
