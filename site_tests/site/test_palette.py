"""Colours: whatever stands on another can be told from it (WCAG 2.2, 1.4.3 and 1.4.11)."""

import re
from pathlib import Path

import pytest

STYLES = Path(__file__).resolve().parents[2] / "theme/assets/css"
COLOUR = re.compile(r"^\$([\w-]+): (#[0-9a-f]{6});", re.MULTILINE)
PALETTE = dict(COLOUR.findall((STYLES / "_palette.scss").read_text()))

TEXT = [
    *[("ink", ground) for ground in ("paper", "cream", "sand", "sand-deep", "line", "focus", "error-tint")],
    *[("ink", f"tint-{step}") for step in (1, 2, 3)],
    *[("ink-soft", ground) for ground in ("paper", "cream", "sand")],
    *[("accent", ground) for ground in ("paper", "cream", "sand", "tint-1")],
    *[("accent-deep", ground) for ground in ("paper", "cream", "sand")],
    *[("visited", ground) for ground in ("paper", "cream", "sand", "tint-1")],
    *[("error", ground) for ground in ("paper", "cream", "error-tint")],
    *[("paper", ground) for ground in ("accent", "accent-deep", "error", "error-deep", "tint-4", "tint-5")],
]
SHAPES = [
    *[("control", ground) for ground in ("paper", "cream", "sand")],
    *[("accent", ground) for ground in ("paper", "cream", "sand", "sand-deep")],
]


def luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(PALETTE[one]), luminance(PALETTE[other])), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_text_can_be_read(text, ground):
    assert contrast(text, ground) >= 4.5


@pytest.mark.parametrize(("shape", "ground"), SHAPES)
def test_the_edge_of_a_control_can_be_seen(shape, ground):
    assert contrast(shape, ground) >= 3


def test_word_documents_have_no_other_colours():
    look = STYLES.parent / "js/report/word/look.js"
    colours = {f"#{colour}" for colour in re.findall(r"'([0-9a-f]{6})'", look.read_text())}

    assert colours
    assert colours <= set(PALETTE.values())


def test_no_colour_is_written_outside_the_palette():
    others = {path.name: re.findall(r"#[0-9a-f]{3,8}\b", path.read_text()) for path in STYLES.glob("*.scss")}
    others.pop("_palette.scss")

    assert {name: colours for name, colours in others.items() if colours} == {}
