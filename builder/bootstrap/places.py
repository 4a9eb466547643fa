"""Where set-up puts things."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
VENV_BIN = VENV / "bin"
VENV_PYTHON = VENV_BIN / "python"
NODE_MODULES = ROOT / "node_modules"

# The tests read this file for the browser to start.
BROWSER_PATH_FILE = VENV / "chromium-path"
