"""A question, whatever its type, and a list of entries."""

from playwright.sync_api import Locator, expect

from site_tests.e2e.words import words


class Question:
    """One question, found by its path: "team", "clinical-supervision/rating"."""

    def __init__(self, scope: Locator, path: str) -> None:
        self.path = path
        self.root = scope.locator(f'[data-item="{path}"]')
        self.error = self.root.locator(".govuk-error-message")
        self.warning = self.root.locator("[data-warn]:visible")
        self.computed = self.root.locator("output")
        self.clear_button = self.root.get_by_role("button", name=words("question.clear"))

    def option(self, label: str) -> Locator:
        return self.root.get_by_label(label, exact=True)

    def choose(self, label: str) -> None:
        self.option(label).check()

    def tick(self, *labels: str) -> None:
        for label in labels:
            self.option(label).check()

    def tick_all(self) -> None:
        for box in self.root.get_by_role("checkbox").all():
            box.check()

    def untick(self, label: str) -> None:
        self.option(label).uncheck()

    @property
    def box(self) -> Locator:
        """The one text box of the question."""
        return self.root.get_by_role("textbox")

    def write(self, text: str) -> None:
        self.unfold()
        self.box.fill(text)

    def write_date(self, day: str, month: str, year: str) -> None:
        for part, text in zip(("day", "month", "year"), (day, month, year), strict=True):
            self.root.get_by_label(words(f"question.{part}"), exact=True).fill(text)

    def leave(self) -> None:
        """Go on to something else, as the Tab key does."""
        self.root.locator("input, textarea").last.press("Tab")

    def clear(self) -> None:
        self.clear_button.click()

    def unfold(self) -> None:
        """Open the part of the step that holds this question, when it is folded away."""
        # What a fold holds is put in when there is time for it.
        expect(self.root).to_be_attached()
        fold = self.root.locator("xpath=ancestor::details[not(@open)]")
        if fold.count():
            fold.locator("summary").first.click()

    def expect_chosen(self, label: str | None) -> None:
        if label is None:
            expect(self.root.locator("input:checked")).to_have_count(0)
        else:
            expect(self.option(label)).to_be_checked()

    def expect_text(self, text: str) -> None:
        expect(self.box).to_have_value(text)


class Entries:
    """A list that grows, such as actions; with `view`, the part of it that stands in another place."""

    def __init__(self, scope: Locator, item: str, view: str | None = None) -> None:
        self.item = item
        self.root = scope.locator(f'[data-entries-view="{view}"]' if view else f'[data-entries="{item}"]')
        self.rows = self.root.locator("[data-entry]")
        self.names = self.rows.locator(".app-entry__name")
        self.add_button = self.root.locator("[data-entry-add]")

    def add(self, **answers: str) -> "Entry":
        """Add an entry and write its answers, by the ids of its questions."""
        self.add_button.click()
        entry = self.open_one
        for child, text in answers.items():
            entry.question(child.replace("_", "-")).write(text)
        return entry

    @property
    def open_one(self) -> "Entry":
        return self._entry(self.rows.filter(has=self.root.page.locator(".app-entry__form")))

    def entry(self, name: str) -> "Entry":
        return self._entry(self.rows.filter(has=self.root.page.get_by_text(name, exact=True)))

    def _entry(self, row: Locator) -> "Entry":
        return Entry(self, row.get_attribute("data-entry") or "")


class Entry:
    """One of them: a line, and its questions while it is open."""

    def __init__(self, entries: Entries, entry_id: str) -> None:
        self.entries = entries
        self.path = f"{entries.item}/{entry_id}"
        self.root = entries.root.locator(f'[data-entry="{entry_id}"]')
        self.line = self.root.locator(".app-entry__line")
        self.form = self.root.locator(".app-entry__form")
        self.standing = self.line.locator(".app-entry__standing")

    def question(self, child: str) -> Question:
        return Question(self.root, f"{self.path}/{child}")

    def _use(self, key: str) -> None:
        self.line.get_by_role("button", name=words(key)).click()

    def change(self) -> None:
        self._use("entries.edit")

    def close(self) -> None:
        self.form.get_by_role("button", name=words("entries.done")).click()

    def add_another(self, singular: str) -> "Entry":
        """Close this one and go on with the next."""
        self.another_button(singular).click()
        return self.entries.open_one

    def another_button(self, singular: str) -> Locator:
        return self.form.get_by_role("button", name=words("entries.add_another", singular=singular))

    def duplicate(self) -> "Entry":
        """The copy, which is open."""
        self._use("entries.duplicate")
        expect(self.form).to_have_count(0)
        return self.entries.open_one

    def remove(self) -> None:
        self._use("entries.remove")

    def undo(self) -> None:
        self._use("entries.undo")

    def move_up(self) -> None:
        self._use("entries.up")

    def move_down(self) -> None:
        self._use("entries.down")
