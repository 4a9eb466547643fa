"""The JSON Schemas that editors use: kept current, and of one mind with the checks."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from questionnaire_site.reading.schema import FILES, schema_of, schema_text
from site_tests.site.goldens import Golden, all_goldens

ROOT = Path(__file__).parents[2]
FILES_FOUND = [
    *ROOT.glob("questionnaires/*/questionnaire.yml"),
    *ROOT.glob("site_tests/fixtures/questionnaires/*/questionnaire.yml"),
]

# What a schema sees too. The rest is about what one part of a file says of another, or about YAML itself.
SEEN_BY_SCHEMA = {
    "missing-key",
    "unknown-key",
    "empty",
    "option-id-not-text",
    "wrong-type",
    "not-one-of",
    "out-of-range",
    "too-long",
    "bad-id",
    "bad-condition",
    "bad-value",
}


class Loader(yaml.SafeLoader):
    """Reads YAML as editors do: a day is text."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read(text: str) -> Any:
    return yaml.load(text, Loader=Loader)


@pytest.mark.parametrize("shape", FILES)
def test_the_schema_in_the_project_is_the_one_the_keys_make(shape: str) -> None:
    kept = (ROOT / "questionnaires" / FILES[shape]).read_text(encoding="utf-8")

    assert kept == schema_text(shape), "run: python -m questionnaire_site schema"
    Draft7Validator.check_schema(json.loads(kept))


@pytest.mark.parametrize("found", FILES_FOUND, ids=lambda file: file.parent.name)
def test_sound_files_pass_the_schema(found: Path) -> None:
    questionnaire = read(found.read_text(encoding="utf-8"))

    assert not list(Draft7Validator(schema_of("questionnaire")).iter_errors(questionnaire))
    for file in found.parent.glob("examples/*.yml"):
        example = read(file.read_text(encoding="utf-8"))
        assert not list(Draft7Validator(schema_of("example")).iter_errors(example)), file.name


@pytest.mark.parametrize(
    "golden",
    [golden for golden in all_goldens() if golden.path.stem in SEEN_BY_SCHEMA],
    ids=lambda golden: golden.path.stem,
)
def test_what_the_checks_refuse_of_shape_the_schema_refuses_too(golden: Golden) -> None:
    questionnaire = read(golden.files["questionnaire.yml"])

    assert not Draft7Validator(schema_of("questionnaire")).is_valid(questionnaire)


def test_every_key_tells_an_editor_what_it_is_for() -> None:
    for shape in FILES:
        for definition in schema_of(shape)["definitions"].values():
            for name, key in definition.get("properties", {}).items():
                assert key.get("description"), name
