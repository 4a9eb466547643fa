"""The author's commands: check, score, new, publish, verify and schema.

    python -m questionnaire_site check

Exits with 0 when all is well, 1 when there is something to mend, 2 when the command itself was not
understood.
"""

from __future__ import annotations

import argparse
import datetime
import json
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from questionnaire_site.commands import CannotRun
from questionnaire_site.commands.new import start_questionnaire
from questionnaire_site.commands.publish import publish
from questionnaire_site.commands.score import read_json, score
from questionnaire_site.commands.verify import differences, read_release
from questionnaire_site.load import QUESTIONNAIRE_FILE, load_named, load_questionnaire, names_in
from questionnaire_site.reading.diagnostics import did_you_mean, has_errors, in_order, render_all
from questionnaire_site.reading.schema import write_schemas
from questionnaire_site.revisions.published import PUBLISHED_FILE


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command, and give its exit code."""
    options = _parser().parse_args(arguments)
    run = {
        "check": _check,
        "score": _score,
        "new": _new,
        "publish": _publish,
        "verify": _verify,
        "schema": _schema,
    }[options.command]
    try:
        return run(options)
    except CannotRun as problem:
        return _fail(str(problem))
    except OSError as error:
        return _fail(f"{error.filename}: {error.strerror}.")
    except Exception as error:
        return _fail(_own_fault(error))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m questionnaire_site", description="Commands for authors.")
    parser.add_argument(
        "--questionnaires",
        type=Path,
        default=Path("questionnaires"),
        metavar="FOLDER",
        help="the folder that holds the questionnaires (questionnaires)",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="say everything that is wrong with the questionnaires")
    check.add_argument("names", nargs="*", metavar="NAME", help="check only these questionnaires")
    score_draft = commands.add_parser("score", help="print the result of a downloaded draft as JSON")
    score_draft.add_argument("draft", type=Path, metavar="DRAFT.json", help="a draft, or a plain response")
    score_draft.add_argument(
        "--today",
        type=datetime.date.fromisoformat,
        required=True,
        metavar="DATE",
        help="the day on which it is scored, as YYYY-MM-DD",
    )
    new = commands.add_parser("new", help="start a questionnaire that works, to be changed")
    new.add_argument("name", metavar="NAME", help="its id and folder: lower-case words joined by hyphens")
    publishing = commands.add_parser(
        "publish", help="put on record what a questionnaire asks, before it goes out"
    )
    publishing.add_argument("name", metavar="NAME", help="the questionnaire")
    publishing.add_argument(
        "--again",
        action="store_true",
        help="the newest revision on record has not reached anybody yet: put it on record anew",
    )
    verify = commands.add_parser("verify", help="compare what is served with what was built here")
    verify.add_argument("where", metavar="ADDRESS", help="of the site, or a folder with a copy of it")
    verify.add_argument(
        "--release",
        type=Path,
        default=Path("site/release.json"),
        metavar="FILE",
        help="the list of files of a build that you trust (site/release.json)",
    )
    commands.add_parser("schema", help="write the JSON Schemas that editors use")
    return parser


def _check(options: argparse.Namespace) -> int:
    folder: Path = options.questionnaires
    found = names_in(folder)
    wanted = options.names or found
    if not found:
        raise CannotRun(
            f"There is no questionnaire in {folder}. Start one: python -m questionnaire_site new NAME"
        )
    for name in wanted:
        if name not in found:
            raise CannotRun(f'There is no questionnaire "{name}" in {folder}: {did_you_mean(name, found)}')
    loaded = load_named(folder, wanted)
    problems = in_order(problem for each in loaded for problem in each.problems)
    if problems:
        print(render_all(problems), end="\n\n")
    errors = sum(problem.severity == "error" for problem in problems)
    counts = [_counted(len(loaded), "questionnaire"), _counted(errors, "error")]
    print(", ".join([*counts, _counted(len(problems) - errors, "warning")]) + ".")
    return 1 if has_errors(problems) else 0


def _score(options: argparse.Namespace) -> int:
    text, data = read_json(options.draft)
    loaded = load_questionnaire(_folder_of(options, data["questionnaire_id"]))
    if not loaded.ok:
        raise CannotRun(render_all(loaded.problems))
    answer = score(loaded, text, data, options.today.isoformat())
    print(json.dumps(answer, ensure_ascii=False, indent=2))
    return 0


def _new(options: argparse.Namespace) -> int:
    file = start_questionnaire(options.questionnaires, options.name)
    print(
        f"Made {file}. Change it as you like; python -m questionnaire_site check says whether it still works."
    )
    return 0


def _publish(options: argparse.Namespace) -> int:
    folder = _folder_of(options, options.name)
    revision = publish(folder, again=options.again)
    print(f"Revision {revision} of {options.name} is on record. Commit {folder / PUBLISHED_FILE}.")
    return 0


def _verify(options: argparse.Namespace) -> int:
    release = read_release(options.release)
    found = list(differences(release, options.where))
    for line in found:
        print(line)
    files = _counted(len(release.files), "file")
    print(f"Release {release.id}: {files}, {_counted(len(found), 'difference')}.")
    return 1 if found else 0


def _schema(options: argparse.Namespace) -> int:
    for file in write_schemas(options.questionnaires):
        print(f"Wrote {file}.")
    return 0


def _folder_of(options: argparse.Namespace, name: str) -> Path:
    """Find a questionnaire by its name, which may come from a draft and be anything."""
    folder: Path = options.questionnaires / name
    if folder.parent != options.questionnaires or not (folder / QUESTIONNAIRE_FILE).exists():
        raise CannotRun(f'There is no questionnaire "{name}" in {options.questionnaires}.')
    return folder


def _own_fault(error: Exception) -> str:
    """Say that the mistake is not the author's, and where it is: a traceback would only be in their way."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(frame.filename).name}:{frame.lineno}"
    return (
        "Something went wrong in the checker itself, not in your files.\n"
        f"Please report it, with the file you were checking: {type(error).__name__} at {where}: {error}"
    )


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" + ("" if number == 1 else "s")


def _fail(message: str) -> int:
    print(message, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
