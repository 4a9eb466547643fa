"""Questionnaires as large as anybody may write them, made up by number."""


def questionnaire(id_: str, *, sections: int, items: int) -> str:
    """The YAML of a questionnaire of so many sections of so many items each: choices and texts by turns."""
    lines = [
        f"id: {id_}",
        f"title: Questionnaire {id_}",
        "revision: 1",
        "summary: Made to be measured.",
        "step: section",
        "labels: {section: section, sections: sections, item: question, items: questions}",
        "start: Nothing to know.",
        "sections:",
    ]
    for section in range(1, sections + 1):
        lines += [f"  - id: section-{section}", f"    title: Section {section}", "    items:"]
        for item in range(1, items + 1):
            lines += _item(f"{section}-{item}", is_choice=item % 2 == 1)
    return "\n".join([*lines, ""])


def _item(number: str, *, is_choice: bool) -> list[str]:
    lines = [
        f"      - id: item-{number}",
        f"        type: {'choice' if is_choice else 'long-text'}",
        f"        title: What is true of {number}, as far as people here can tell?",
        f"        hint: Say it of the last year, and of {number} alone",
    ]
    if is_choice:
        lines.append("        options:")
        for label in ("In place", "Partly", "Not yet", "Not known"):
            lines.append(f"          - {{id: {label.lower().replace(' ', '-')}, label: {label}}}")
    return lines
