"""Reading JSON that may be wrong: every reader notes what it finds amiss and carries on.

Owns the small readers that decoding is written in. Knows nothing of questionnaires.
"""

from collections.abc import Callable
from typing import Any

from questionnaire_core.problems import Problem, shown
from questionnaire_core.rules import Number
from questionnaire_core.values import as_number


class Fields:
    """The keys of one JSON object. `done` notes the keys that nobody asked for."""

    def __init__(self, data: object, where: str, problems: list[Problem]) -> None:
        self.where = where
        self.problems = problems
        self.data: dict[Any, Any] = {}
        self.usable = isinstance(data, dict)
        if isinstance(data, dict):
            self.data = data
        else:
            self.note(where, "an object", data)
        self._asked: set[str] = set()

    def note(self, where: str, expected: str, found: object) -> None:
        self.problems.append(Problem(where, expected, shown(found)))

    def at(self, key: str) -> str:
        return f"{self.where}.{key}" if self.where else key

    def raw(self, key: str) -> Any:
        self._asked.add(key)
        return self.data.get(key)

    def has(self, key: str) -> bool:
        return self.data.get(key) is not None

    def inside(self, key: str) -> "Fields":
        """The object at a key; inside what is no object itself nothing further is noted."""
        return Fields(self.raw(key), self.at(key), self.problems if self.usable else [])

    def text(self, key: str) -> str:
        """Required text; blank is refused."""
        value = self.raw(key)
        if isinstance(value, str) and value:
            return value
        if self.usable:
            self.note(self.at(key), "text", value)
        return ""

    def optional_text(self, key: str) -> str | None:
        value = self.raw(key)
        if value is None or isinstance(value, str):
            return value
        self.note(self.at(key), "text or nothing", value)
        return None

    def flag(self, key: str) -> bool:
        value = self.raw(key)
        if isinstance(value, bool):
            return value
        if value is not None:
            self.note(self.at(key), "true or false", value)
        return False

    def number(self, key: str, default: Number) -> Number:
        value = self.optional_number(key)
        return default if value is None else value

    def optional_number(self, key: str) -> Number | None:
        value = self.raw(key)
        number = as_number(value)
        if value is not None and number is None:
            self.note(self.at(key), "a number", value)
        return number

    def whole(self, key: str, default: int) -> int:
        value = self.optional_whole(key)
        return default if value is None else value

    def optional_whole(self, key: str) -> int | None:
        value = self.raw(key)
        number = as_number(value)
        if isinstance(number, int) and number >= 0:
            return number
        if value is not None:
            self.note(self.at(key), "a whole number, 0 or more", value)
        return None

    def one_of[T: str](self, key: str, allowed: tuple[T, ...], default: T | None = None) -> T:
        value = self.raw(key)
        if value is None and default is not None:
            return default
        for choice in allowed:
            if choice == value:
                return choice
        if self.usable:
            self.note(self.at(key), f"one of {', '.join(allowed)}", value)
        return allowed[0]

    def texts(self, key: str) -> tuple[str, ...]:
        return self.each(key, self._text_or_note)

    def texts_of[T: str](self, key: str, allowed: tuple[T, ...]) -> tuple[T, ...]:
        """A list of some of these."""

        def read(value: Any, where: str) -> T | None:
            for choice in allowed:
                if choice == value:
                    return choice
            self.note(where, f"one of {', '.join(allowed)}", value)
            return None

        return self.each(key, read)

    def each[T](self, key: str, read: Callable[[Any, str], T | None]) -> tuple[T, ...]:
        """A list, absent meaning empty: every element read, those that could not be left out."""
        value = self.raw(key)
        if value is None:
            return ()
        if not isinstance(value, list):
            self.note(self.at(key), "a list", value)
            return ()
        results = (read(element, f"{self.at(key)}[{index}]") for index, element in enumerate(value))
        return tuple(result for result in results if result is not None)

    def optional[T](self, key: str, read: Callable[[Any, str], T]) -> T | None:
        value = self.raw(key)
        return None if value is None else read(value, self.at(key))

    def done(self) -> None:
        for key in self.data:
            if key not in self._asked:
                self.problems.append(Problem(self.at(str(key)), "a known key", shown(key)))

    def _text_or_note(self, value: object, where: str) -> str | None:
        if isinstance(value, str) and value:
            return value
        self.note(where, "text", value)
        return None
