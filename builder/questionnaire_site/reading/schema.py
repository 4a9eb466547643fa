"""A JSON Schema of what an author may write, for editors that complete keys and mark mistakes.

Made from keys/, like the checks themselves, so that the two cannot disagree. What one part of a file says of
another is beyond a schema; `check` looks at that.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from questionnaire_site.plain import Json
from questionnaire_site.reading.keys import SHAPES
from questionnaire_site.reading.kinds import (
    Date,
    EitherOf,
    Flag,
    Forms,
    Id,
    Key,
    Kind,
    ListOf,
    MapOf,
    Markdown,
    Number,
    OneOf,
    OneOrMany,
    Plain,
    Ref,
    Shape,
    Table,
    Text,
    Typed,
    Use,
)
from questionnaire_site.reading.scalars import DAY, ID, LONGEST_ID

DIALECT = "http://json-schema.org/draft-07/schema#"
"""The newest that the YAML extensions of the common editors understand in full."""

FILES = {"questionnaire": "questionnaire.schema.json", "example": "example.schema.json"}


def write_schemas(folder: Path) -> list[Path]:
    """Write the schemas into the folder of questionnaires."""
    files = [folder / name for name in FILES.values()]
    for shape, file in zip(FILES, files, strict=True):
        file.write_text(schema_text(shape), encoding="utf-8")
    return files


def schema_text(shape: str) -> str:
    """Give the schema of a kind of file, as text that differs only when the keys do."""
    return json.dumps(schema_of(shape), indent=2, ensure_ascii=False) + "\n"


def schema_of(shape: str) -> Json:
    """Give the schema of a kind of file, with the definitions that it uses."""
    used: dict[str, Json] = {}
    waiting = [shape]
    while waiting:
        name = waiting.pop()
        if name not in used:
            used[name] = _shape(SHAPES[name])
            waiting += _names_in(used[name])
    return {
        "$schema": DIALECT,
        "title": shape.capitalize(),
        "$ref": f"#/definitions/{shape}",
        "definitions": {name: used[name] for name in SHAPES if name in used},
    }


def _names_in(schema: Any) -> list[str]:
    if isinstance(schema, list):
        return [name for each in schema for name in _names_in(each)]
    if not isinstance(schema, dict):
        return []
    here = [schema["$ref"].rpartition("/")[2]] if "$ref" in schema else []
    return [*here, *(name for value in schema.values() for name in _names_in(value))]


def _shape(shape: Shape) -> Json:
    match shape:
        case Table(_, keys):
            return _object(keys)
        case Forms(_, _, forms):
            return {"anyOf": [_object(form) for form in forms]}
        case Typed():
            return _typed(shape)


def _typed(typed: Typed) -> Json:
    """Describe the common keys once, and under each type what that type adds and which names it allows."""
    by = Key(typed.by, OneOf(tuple(typed.types)), "What kind it is.")
    if typed.partial:
        added = [key for keys in typed.types.values() for key in keys]
        return _object(tuple(replace(key, required=False) for key in (by, *typed.common, *added)))
    base = _object((by, *typed.common))
    del base["additionalProperties"]
    implied_key, implied_type = typed.implied or ("", "")
    base["allOf"] = []
    for name, keys in typed.types.items():
        chosen: Json = {"properties": {by.name: {"const": name}}, "required": [by.name]}
        if name == implied_type:
            chosen = {"anyOf": [chosen, {"required": [implied_key]}]}
        own = _object(keys)
        del own["additionalProperties"]
        own["propertyNames"] = {"enum": [by.name, *(key.name for key in (*typed.common, *keys))]}
        base["allOf"].append({"if": chosen, "then": own})
    if typed.implied is None:
        base["required"] = [by.name, *base["required"]]
    else:
        base["anyOf"] = [{"required": [by.name]}, {"required": [implied_key]}]
    if typed.instead is None:
        return base
    return {"if": {"required": [typed.instead.name]}, "then": _object((typed.instead,)), "else": base}


def _object(keys: tuple[Key, ...]) -> Json:
    properties: Json = {}
    for key in keys:
        schema = _key(key)
        if key.name in properties and properties[key.name] != schema:
            # Types that share a key's name and not its kind: either will do where the type is not known.
            schema = {"description": key.about, "anyOf": [properties[key.name], schema]}
        properties[key.name] = schema
    required = [key.name for key in keys if key.required]
    needed = {"required": required} if required else {}
    return {"type": "object", "properties": properties, **needed, "additionalProperties": False}


def _key(key: Key) -> Json:
    # Beside a $ref, the dialect reads nothing else.
    schema = _kind(key.kind)
    schema = {"allOf": [schema]} if "$ref" in schema else schema
    return {"description": key.about, **schema}


def _kind(kind: Kind) -> Json:
    match kind:
        case Text(longest) | Markdown(longest):
            return {"type": "string", "minLength": 1, "maxLength": longest}
        case Id():
            return {"type": "string", "pattern": f"^{ID}$", "maxLength": LONGEST_ID}
        case Ref():
            return {"type": "string", "minLength": 1}
        case Flag():
            return {"type": "boolean"}
        case Number(whole, least, most):
            bounds = {"minimum": least, "maximum": most}
            given = {name: bound for name, bound in bounds.items() if bound is not None}
            return {"type": "integer" if whole else "number", **given}
        case Date():
            return {"type": "string", "pattern": f"^{DAY}$"}
        case Plain(may_be_empty, may_be_flag):
            more = [*(["null"] if may_be_empty else []), *(["boolean"] if may_be_flag else [])]
            return {"type": ["string", "number", *more]}
        case OneOf(values):
            return {"enum": list(values)}
        case ListOf(member, least):
            return {"type": "array", "items": _kind(member), **({"minItems": least} if least else {})}
        case OneOrMany(member):
            return {"anyOf": [_kind(member), {"type": "array", "items": _kind(member)}]}
        case EitherOf(first, second):
            return {"anyOf": [_kind(first), _kind(second)]}
        case MapOf(member, names, least):
            some = {"minProperties": least} if least else {}
            return {
                "type": "object",
                "propertyNames": _kind(names),
                "additionalProperties": _kind(member),
                **some,
            }
        case Use(name):
            return {"$ref": f"#/definitions/{name}"}
