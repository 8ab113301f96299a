"""Set up and run Candor on a fresh machine: `python3 dev.py demo`, `python3 dev.py test`. Standard library only.

Knows how to make `.venv` from the locked requirements; must know nothing of the product beyond its commands.
"""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
CHECKS = (
    ("ruff check", ["-m", "ruff", "check", "."]),
    ("ruff format", ["-m", "ruff", "format", "--check", "."]),
    ("mypy", ["-m", "mypy"]),
    ("import-linter", ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()", "--no-cache"]),
    ("pytest", ["-m", "pytest", "-n", "2", "--dist", "worksteal"]),
)
"""Two test processes: a third gains half a minute on two cores, and starves the processes that are killed and begun again."""
USAGE = "usage: python3 dev.py demo | test [pytest arguments] | lock | COMMAND [arguments of python -m bot]"


def install(name: str) -> None:
    """Make `.venv` hold exactly `requirements/NAME.txt`; does nothing when it already does."""
    lock = ROOT / "requirements" / f"{name}.txt"
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    stamp = VENV / f"candor-{name}.sha256"
    if stamp.exists() and stamp.read_text() == digest:
        return
    if not PYTHON.exists():
        print("Making .venv …", flush=True)
        venv.create(VENV, with_pip=True)
    print(f"Installing requirements/{name}.txt …", flush=True)
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "-r", str(lock)]
    if subprocess.run(pip, cwd=ROOT, check=False).returncode:
        sys.exit("The install failed: read the lines above. A network connection to your package index is needed once.")
    stamp.write_text(digest)


def test(arguments: list[str]) -> int:
    """Run every check this machine can run; the exit code is 1 when any failed. Arguments go to pytest alone."""
    install("run")
    install("test")
    if arguments:
        return subprocess.run([str(PYTHON), "-m", "pytest", *arguments], cwd=ROOT, check=False).returncode
    # the tests wait for processes often enough that the other checks cost hardly any time beside them
    *others, (last, tests) = CHECKS
    beside = [(name, _checking(command)) for name, command in others]
    print(f"── {last}", flush=True)
    failed = [last] if subprocess.run([str(PYTHON), *tests], cwd=ROOT, check=False).returncode else []
    for name, check in beside:
        said = check.communicate()[0]
        print(f"── {name}\n{said}", end="", flush=True)
        failed += [name] if check.returncode else []
    print(f"── failed: {', '.join(failed)}" if failed else "── all checks passed", flush=True)
    return 1 if failed else 0


def _checking(command: list[str]) -> "subprocess.Popen[str]":
    return subprocess.Popen([str(PYTHON), *command], cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def product(arguments: list[str]) -> int:
    """Become `python -m bot ARGUMENTS`, so that whoever ends or watches this process ends or watches the product itself."""
    command = [str(PYTHON), "-m", "bot", *arguments]
    if os.name != "nt":
        os.chdir(ROOT)
        os.execv(command[0], command)  # noqa: S606 - no shell is wanted
    try:
        return subprocess.run(command, cwd=ROOT, check=False).returncode
    except KeyboardInterrupt:
        return 0


def lock() -> int:
    """Refresh the locked requirements with uv (must be on the path)."""
    for name in ("run", "test"):
        source, target = f"requirements/{name}.in", f"requirements/{name}.txt"
        uv = ["uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11", "--generate-hashes", "--no-emit-index-url"]
        subprocess.run([*uv, "--upgrade", source, "-o", target], cwd=ROOT, check=True)
    return 0


def main(arguments: list[str]) -> int:
    """Dispatch one command; anything but `test` and `lock` is a command of `python -m bot`."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this file is what an older Python would run first
        sys.exit("Candor needs Python 3.11 or newer.")
    if not arguments or arguments[0] in {"-h", "--help"}:
        print(USAGE)
        return 0 if arguments else 2
    if arguments[0] == "test":
        return test(arguments[1:])
    if arguments[0] == "lock":
        return lock()
    install("run")
    return product(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
