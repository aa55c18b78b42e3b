"""Pack the course as a wheel, and write Pyodide's lock file of the wheels that the browser may load."""

from __future__ import annotations

import hashlib
import json
import shutil
import zipfile
from collections.abc import Iterator
from email.parser import HeaderParser
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import sellbackwards
from sellbackwards.course import DATASETS, INSTALLED, PACKAGE

_VERSION = sellbackwards.__version__
_BROWSER = {"sys_platform": "emscripten", "platform_system": "Emscripten", "python_version": "3.14", "extra": ""}
_IMPORTS = {"ipython": ["IPython"], "pyyaml": ["yaml"], "webvtt-py": ["webvtt"]}
# What a kernel finds at its first import of ours: all that a practice may import later, so that no cell waits twice.
_OURS = [
    "fastjsonschema",
    "fsrs",
    "ipywidgets",
    "jinja2",
    "markupsafe",
    "platformdirs",
    "pyyaml",
    "traitlets",
    "webvtt-py",
]


def pack_course(folder: Path) -> Path:
    """The library as a wheel, with the datasets inside, where an installed library looks for them."""
    wheel = folder / f"sellbackwards-{_VERSION}-py3-none-any.whl"
    about = f"sellbackwards-{_VERSION}.dist-info"
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(_files(PACKAGE)):
            if INSTALLED not in path.parents:
                packed.write(path, path.relative_to(PACKAGE.parent))
        for path in sorted(_files(DATASETS)):
            inside = (INSTALLED / "datasets").relative_to(PACKAGE.parent)
            packed.write(path, inside / path.relative_to(DATASETS))
        packed.writestr(f"{about}/METADATA", f"Metadata-Version: 2.1\nName: sellbackwards\nVersion: {_VERSION}\n")
        packed.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        packed.writestr(f"{about}/RECORD", "")
    return wheel


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)


def lay_out(pyodide: Path, wheels: Path, into: Path) -> None:
    """Pyodide with the wheels and a lock file that names them and no others, in the folder `into`."""
    into.mkdir(parents=True)
    for path in pyodide.iterdir():
        if path.suffix in {".mjs", ".wasm", ".zip"} or path.name == "pyodide.js":
            shutil.copyfile(path, into / path.name)
    for wheel in wheels.glob("*.whl"):
        shutil.copyfile(wheel, into / wheel.name)
    pack_course(into)
    lock = json.loads((pyodide / "pyodide-lock.json").read_text(encoding="utf-8"))
    found = {str(one["name"]): one for one in map(_entry, sorted(into.glob("*.whl")))}
    for one in found.values():
        one["depends"] = [name for name in one["depends"] if name in found]
    lock["packages"] = found
    (into / "pyodide-lock.json").write_text(json.dumps(lock, indent=1), encoding="utf-8")


def _entry(wheel: Path) -> dict[str, Any]:
    with zipfile.ZipFile(wheel) as packed:
        (metadata,) = (
            name for name in packed.namelist() if name.endswith(".dist-info/METADATA") and name.count("/") == 1
        )
        about = HeaderParser().parsestr(packed.read(metadata).decode("utf-8"))
    name = canonicalize_name(about["Name"])
    needs = [Requirement(line) for line in about.get_all("Requires-Dist") or ()]
    depends = [canonicalize_name(one.name) for one in needs if not one.marker or one.marker.evaluate(_BROWSER)]
    return {
        "name": name,
        "version": about["Version"],
        "file_name": wheel.name,
        "install_dir": "site",
        "sha256": hashlib.sha256(wheel.read_bytes()).hexdigest(),
        "package_type": "package",
        "imports": _IMPORTS.get(name, [name.replace("-", "_")]),
        "depends": _OURS if name == "sellbackwards" else depends,
        "unvendored_tests": False,
    }
