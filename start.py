"""Start here: makes everything the course needs, in this folder alone, and opens it.

    python3 start.py            opens the course in JupyterLab
    python3 start.py test       passes the tests
    python3 start.py author     adds what the web site, a workshop's pages and authors need, and stops
    python3 start.py instructor adds what signs and checks certificates, and stops

Needs Python 3.11 or newer and nothing else; written so that an older Python can still say so.
What it installs goes into the folder .venv beside this file. The second time it installs nothing, and needs no network.
"""

import glob
import hashlib
import locale
import os
import shutil
import subprocess
import sys
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(HERE, ".venv")
PYTHON = os.path.join(VENV, "Scripts", "python.exe") if os.name == "nt" else os.path.join(VENV, "bin", "python")
STAMP = os.path.join(VENV, "installed.txt")
NEWEST, OLDEST = 14, 11
# What can be installed, and the file that lists it; `course` is there whatever else is asked for.
SETS = {
    "course": "requirements.txt",
    "author": os.path.join("requirements", "author.txt"),
    "instructor": os.path.join("requirements", "instructor.txt"),
    "test": os.path.join("requirements", "test.txt"),
}
# What is added to the course, for whom; the tests need it, too.
ADDED = {"author": "What authors and workshops need", "instructor": "What certificates need"}
VERSIONS = os.path.join("requirements", "constraints.txt")
# What pip says where it reaches nothing.
OFFLINE = ("NewConnectionError", "ProxyError", "ConnectTimeout", "ReadTimeout", "name resolution", "getaddrinfo")


def main(arguments):
    for stream in (sys.stdout, sys.stderr):  # a folder's name that a Windows terminal or file can't show stops nothing
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    if sys.version_info < (3, OLDEST):
        return hand_over(arguments)
    extra = arguments[0] if arguments and arguments[0] in SETS else "course"
    there = installed()
    missing = [name for name in SETS if name in ("course", extra) and there.get(name) != wanted(name)]
    if missing:
        try:
            problem = install(missing)
        except KeyboardInterrupt:
            problem = "Stopped. Type the same line to go on."
        except OSError as error:
            problem = "%s. Is there room on the disk, and may you write in %s?" % (error, HERE)
        if problem:
            print("\n" + problem, file=sys.stderr)
            return 1
    if extra == "test":
        # A file of tests stays with one process, since its notebooks have one kernel. tests/conftest.py puts the files
        # first that take longest.
        workers = ["-n", str(min(4, os.cpu_count() or 1)), "--dist", "loadfile", "--no-loadscope-reorder"]
        command = [PYTHON, "-m", "pytest", *workers, "--durations=10", *arguments[1:]]
    elif extra in ADDED:
        print("%s is there: %s" % (ADDED[extra], os.path.join(os.path.dirname(PYTHON), "sellbackwards")))
        return 0
    else:
        command = [PYTHON, "-m", "sellbackwards.cli", "start", *arguments]
    try:
        return subprocess.call(command, cwd=HERE)
    except KeyboardInterrupt:
        return 0


# --- a newer Python, where this one is too old ---
def hand_over(arguments):
    """Go on with a newer Python, if this computer has one beside the old one."""
    for newer in other_pythons():
        if is_new_enough(newer):
            return subprocess.call([*newer, os.path.abspath(__file__), *arguments])
    print(
        "This course needs Python 3.%d or newer; this one is %d.%d. "
        "Get a newer one from https://www.python.org/downloads/, then try again." % ((OLDEST, *sys.version_info[:2])),
        file=sys.stderr,
    )
    return 1


def other_pythons():
    """Commands that may be a Python, the newest first; all that are on the PATH, since the first may not run."""
    folders = os.environ.get("PATH", os.defpath).split(os.pathsep)
    for minor in range(NEWEST, OLDEST - 1, -1):
        for folder in folders:
            found = shutil.which("python3.%d" % minor, path=folder)
            if found:
                yield [found]
        if os.name == "nt" and shutil.which("py"):
            yield ["py", "-3.%d" % minor]
    for folder in folders:
        found = shutil.which("python3", path=folder)
        if found:
            yield [found]


def is_new_enough(python):
    """Does it run at all, and is it new enough? (pyenv and Windows put stand-ins on the PATH that only complain.)"""
    return runs([*python, "-c", "import sys; sys.exit(sys.version_info < (3, %d))" % OLDEST])


def runs(command, cwd=None):
    """Does the command end well within half a minute?"""
    try:
        return (
            subprocess.call(
                command,
                cwd=cwd,
                timeout=30,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            == 0
        )
    except (OSError, subprocess.TimeoutExpired):
        return False


# --- what should be there, and what is ---
def wanted(name):
    """A fingerprint of one set and of this place: it changes when a release asks for other libraries or settings."""
    import tomllib  # since Python 3.11, which is sure by now

    fingerprint = hashlib.sha256(HERE.encode())
    files = [VERSIONS, *(path for one, path in SETS.items() if one == name or (name == "test" and one in ADDED))]
    if name == "course":
        with open(os.path.join(HERE, "pyproject.toml"), "rb") as file:
            project = tomllib.load(file)
        wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
        fingerprint.update(repr((project["build-system"], project["project"], wheel)).encode())
        for source in sorted(wheel["shared-data"]):  # copied where Jupyter looks for them
            files += files_in(source)
    for path in files:
        with open(os.path.join(HERE, path), "rb") as file:
            fingerprint.update(file.read())
    return fingerprint.hexdigest()


def files_in(path):
    """A file itself, or all files of a folder; as seen from here."""
    if not os.path.isdir(os.path.join(HERE, path)):
        return [path]
    return sorted(
        os.path.relpath(os.path.join(folder, name), HERE)
        for folder, _, names in os.walk(os.path.join(HERE, path))
        for name in names
    )


def installed():
    """Set → its fingerprint; empty where nothing is installed, or where an earlier try broke off."""
    if not os.path.exists(PYTHON) or not os.path.exists(STAMP):
        return {}
    with open(STAMP) as file:
        return dict(line.split() for line in file if len(line.split()) == 2)


def stamp(fingerprints):
    """Say in .venv what is installed; written beside and renamed, so that it is never half there."""
    with open(STAMP + ".part", "w") as file:
        file.writelines("%s %s\n" % one for one in sorted(fingerprints.items()))
    os.replace(STAMP + ".part", STAMP)


# --- installing ---
def install(names):
    """Make .venv where it is missing, and put these sets into it. Returns what went wrong and what to do, or None."""
    begun = time.time()
    print("Setting the course up in %s. The first time this takes about a minute." % VENV, flush=True)
    if not runs([PYTHON, "-c", "import pip, ssl"]):  # none yet, or half made, or moved here from elsewhere
        problem = make_venv()
        if problem:
            return problem
    else:  # what stays is what this try doesn't touch
        stamp({one: mark for one, mark in installed().items() if one not in names})
    said = fetch([part for name in names for part in ("-r", os.path.join(HERE, SETS[name]))])
    if said:
        return remedy(said)
    problem = find_course()
    if problem:
        return problem
    stamp(dict(installed(), **{name: wanted(name) for name in names}))
    show("Ready after %d seconds." % (time.time() - begun), last=True)
    return None


def make_venv():
    """A new folder for libraries. Returns what went wrong and what to do, or None."""
    try:
        import ensurepip  # noqa: F401 (Debian and Ubuntu ship Python without it)
    except ImportError:
        version = "%d.%d" % sys.version_info[:2]
        return (
            "This Python can't make its own folder for libraries. "
            "On Debian or Ubuntu: sudo apt install python%s-venv; then try again." % version
        )
    show("1 of 3: making a folder for the libraries")
    if subprocess.call([sys.executable, "-m", "venv", "--clear", VENV], stdout=subprocess.DEVNULL):
        return "The folder %s could not be made; is there room on the disk, and may you write there?" % VENV
    return None


def fetch(what):
    """Install with pip, saying how far it is. Returns what pip said where it failed, or None."""
    pip = [PYTHON, "-m", "pip", "install", "--disable-pip-version-check", "--no-warn-script-location", "--no-color"]
    # Compiled afterwards, by all processors: that halves it.
    process = subprocess.Popen(
        [*pip, "--no-compile", *what],
        cwd=HERE,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        universal_newlines=True,
        errors="replace",
    )
    lines, before = [], len(dist_infos())
    reading = threading.Thread(target=lines.extend, args=(process.stdout,), daemon=True)
    reading.start()
    try:
        while reading.is_alive():
            show(how_far(list(lines), len(dist_infos()) - before))
            reading.join(0.5)
        failed = process.wait()
    except BaseException:
        process.kill()
        raise
    if failed:
        show("", last=True)
        return "\n".join(line.rstrip() for line in lines if "error" in line.lower())[-2000:] or "".join(lines)[-2000:]
    show("3 of 3: making them quick to start")
    libraries = [os.path.dirname(path) for path in dist_infos()[:1]] + [os.path.join(HERE, "sellbackwards")]
    tests = r"site-packages.+[/\\]tests?[/\\]"
    subprocess.call([PYTHON, "-m", "compileall", "-qq", "-j", "0", "-x", tests, *libraries], stdout=subprocess.DEVNULL)
    return None


def how_far(lines, arrived):
    """One line on what pip is at, by what it has printed so far and by how many libraries have arrived in .venv."""
    putting = [line for line in lines if line.startswith("Installing collected packages:")]
    if putting:
        count = putting[-1].count(",") + 1
        return "2 of 3: putting the libraries in place, %d of %d" % (max(0, min(arrived, count)), count)
    return "2 of 3: getting the libraries, %d so far" % sum(line.startswith("Collecting ") for line in lines)


def find_course():
    """See that Python finds the library in this folder. Returns what is wrong and what to do, or None.

    A Python before 3.13 reads the name of the folder, which pip has noted, in the system's encoding. On Windows that
    isn't the one that it was written in: "Jörg" is then another folder.
    """
    if runs([PYTHON, "-c", "import sellbackwards"], cwd=VENV):
        return None
    encoding = locale.getpreferredencoding(False)
    try:
        line = (HERE + "\n").encode(encoding)
    except UnicodeEncodeError:
        return "Python can't use the name of this folder (%s): move the course to a folder with a plain name." % HERE
    for note in notes_of_the_course():
        with open(note, "wb") as file:
            file.write(line)
    return None


def notes_of_the_course():
    """The files in .venv by which an installed library is found in this folder."""
    return [
        os.path.join(os.path.dirname(path), "_sellbackwards.pth")
        for path in dist_infos()
        if os.path.basename(path).startswith("sellbackwards-")
    ]


def dist_infos():
    """A folder for each library in .venv."""
    inside = ("Lib",) if os.name == "nt" else ("lib", "python3*")
    return glob.glob(os.path.join(glob.escape(VENV), *inside, "site-packages", "*.dist-info"))


def remedy(said):
    """What went wrong and what to do about it, by what pip said; its own words only where they help."""
    if any(sign in said for sign in OFFLINE):
        return (
            "The libraries could not be fetched: this computer reaches no network. "
            "Go online, then try again; nothing is lost."
        )
    if "No space left" in said:
        return "The disk is full: make room (600 MB), then try again; nothing is lost."
    if "ermission denied" in said:
        return "You may not write in %s: take a copy of the course in a folder of your own." % HERE
    if sys.version_info[:2] > (3, NEWEST):
        return (
            "%s\n\nThis Python (3.%d) is newer than this release of the course, which knows 3.%d to 3.%d: "
            "install one of those, or take a newer release." % (said, sys.version_info[1], OLDEST, NEWEST)
        )
    return "%s\n\nThe libraries could not be installed (see above). Try again; nothing is lost." % said


shown = [""]


def show(text, last=False):
    """Progress on one line that changes; where that can't be (a file, an old terminal), a line for each new step."""
    if sys.stdout.isatty():
        print("\r%-78s" % text, end="\n" if last else "", flush=True)
    elif text and text.split(",")[0] != shown[0]:
        print(text.split(",")[0], flush=True)
    shown[0] = text.split(",")[0]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
