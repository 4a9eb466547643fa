#!/bin/sh
# Print the Python that set-up should use: 3.12 or newer. In shell, because there may be no usable Python yet.
# $PYTHON wins; then the project's own .venv (the quick path of a finished set-up); then what the machine has.
# A candidate counts only when it runs: a pyenv shim can be on PATH and still refuse.

fits() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 12))' >/dev/null 2>&1
}

if [ -n "$PYTHON" ]; then
    if fits "$PYTHON"; then
        echo "$PYTHON"
        exit 0
    fi
    echo "PYTHON is set to '$PYTHON', which is not a working Python 3.12 or newer." >&2
    exit 1
fi

for candidate in \
    .venv/bin/python \
    python3.13 python3.14 python3.12 python3 python \
    "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.13*/bin/python \
    "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.1[2-9]*/bin/python \
    "$HOME"/.local/share/uv/python/*/bin/python3
do
    if fits "$candidate"; then
        echo "$candidate"
        exit 0
    fi
done

echo "No Python 3.12 or newer was found. Install one (python.org, pyenv, uv or your system's packages)," >&2
echo "or say where it is: make setup PYTHON=/path/to/python3" >&2
exit 1
