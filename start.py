"""Start here: makes everything the course needs, in this folder alone, and opens it.

    python3 start.py            opens the course in JupyterLab
    python3 start.py test       passes the tests

Needs Python 3.11 or newer and nothing else; written so that an older Python can still say so.
What it installs goes into the folder .venv beside this file. The second time it installs nothing, and needs no network.
"""

import hashlib
import os
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(HERE, ".venv")
PYTHON = os.path.join(VENV, "Scripts", "python.exe") if os.name == "nt" else os.path.join(VENV, "bin", "python")
STAMP = os.path.join(VENV, "installed.txt")
NEWEST, OLDEST = 14, 11


def main(arguments):
    if sys.version_info < (3, OLDEST):
        return hand_over(arguments)
    if installed() != wanted():
        problem = install()
        if problem:
            print("\n" + problem, file=sys.stderr)
            return 1
    if arguments[:1] == ["test"]:
        command = [PYTHON, "-m", "pytest", *arguments[1:]]
    else:
        command = [PYTHON, "-m", "sellbackwards.cli", "start", *arguments]
    try:
        return subprocess.call(command, cwd=HERE)
    except KeyboardInterrupt:
        return 0


def hand_over(arguments):
    """Go on with a newer Python, if this computer has one beside the old one."""
    for minor in range(NEWEST, OLDEST - 1, -1):
        newer = shutil.which("python3.%d" % minor)
        if newer:
            return subprocess.call([newer, os.path.abspath(__file__), *arguments])
    print(
        "This course needs Python 3.%d or newer; this one is %d.%d. "
        "Get a newer one from https://www.python.org/downloads/, then try again." % ((OLDEST, *sys.version_info[:2])),
        file=sys.stderr,
    )
    return 1


def wanted():
    """A fingerprint of what should be installed, and where: it changes when a release asks for other libraries."""
    fingerprint = hashlib.sha256(HERE.encode())
    for name in ("requirements.txt", "pyproject.toml"):
        with open(os.path.join(HERE, name), "rb") as file:
            fingerprint.update(file.read())
    for folder, _, names in sorted(os.walk(os.path.join(HERE, "etc"))):
        for name in sorted(names):
            with open(os.path.join(folder, name), "rb") as file:
                fingerprint.update(file.read())
    return fingerprint.hexdigest()


def installed():
    """The fingerprint of what is installed; empty where nothing is, or where an earlier try broke off."""
    if not os.path.exists(PYTHON) or not os.path.exists(STAMP):
        return ""
    with open(STAMP) as file:
        return file.read().strip()


def install():
    """Make .venv and fill it. Returns what went wrong and what to do, or None."""
    print("Setting the course up in %s. The first time this takes a minute or two." % VENV, flush=True)
    if os.path.exists(STAMP):
        os.remove(STAMP)
    if not runs():  # none yet, or half made, or moved here from elsewhere: made anew
        try:
            import ensurepip  # noqa: F401 (Debian and Ubuntu ship Python without it)
        except ImportError:
            version = "%d.%d" % sys.version_info[:2]
            return (
                "This Python can't make its own folder for libraries. "
                "On Debian or Ubuntu: sudo apt install python%s-venv; then try again." % version
            )
        if subprocess.call([sys.executable, "-m", "venv", "--clear", VENV]):
            return "The folder %s could not be made; is there room on the disk, and may you write there?" % VENV
    pip = [PYTHON, "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--no-warn-script-location"]
    if subprocess.call([*pip, "-r", os.path.join(HERE, "requirements.txt")], cwd=HERE):
        return "The libraries could not be installed (see above). Is this computer online? Try again; nothing is lost."
    with open(STAMP, "w") as file:
        file.write(wanted())
    return None


def runs():
    """Is there a Python in .venv that works and can fetch libraries? Then it stays, whichever Python calls."""
    if not os.path.exists(PYTHON):
        return False
    with open(os.devnull, "w") as nowhere:
        try:
            return subprocess.call([PYTHON, "-c", "import pip, ssl"], stdout=nowhere, stderr=nowhere) == 0
        except OSError:
            return False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
