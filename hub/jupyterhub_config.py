"""A class's server on one machine. docs/hub.md goes through it step by step; nothing here needs to be changed.

Who may come in stands in two lists in the folder STATE, a name on each line: learners.txt and instructors.txt. Each
chooses a password when they first come in. Restart the server after you have changed a list.
"""

import os
import pwd
import subprocess
import sys
from pathlib import Path

c = get_config()  # noqa: F821 (given by JupyterHub)

COURSE = Path(__file__).resolve().parent.parent
STATE = Path(os.environ.get("SELLBACKWARDS_HUB_STATE", "/srv/hub-state"))
# Where learners' copies come from, and are updated from: this checkout, or the address of a repository.
SOURCE = os.environ.get("SELLBACKWARDS_HUB_SOURCE", str(COURSE))

STATE.mkdir(mode=0o700, parents=True, exist_ok=True)


def names(file: str) -> set[str]:
    """The names in a list, as system users may be called; an empty line and a line with # count for nothing."""
    path = STATE / file
    lines = path.read_text(encoding="utf-8").split("\n") if path.exists() else []
    return {name for line in lines if (name := line.strip().lower()) and not name.startswith("#")}


# --- who comes in ---
c.JupyterHub.authenticator_class = "firstuseauthenticator.FirstUseAuthenticator"
c.FirstUseAuthenticator.dbm_path = str(STATE / "passwords.dbm")
c.FirstUseAuthenticator.create_users = False
c.Authenticator.allowed_users = names("learners.txt") | names("instructors.txt")
c.Authenticator.admin_users = names("instructors.txt")
c.Authenticator.username_pattern = r"[a-z][a-z0-9_-]{0,30}"

# --- where: behind a web server of yours that does https ---
c.JupyterHub.bind_url = os.environ.get("SELLBACKWARDS_HUB_URL", "http://127.0.0.1:8000")
c.JupyterHub.db_url = f"sqlite:///{STATE / 'hub.sqlite'}"
c.JupyterHub.cookie_secret_file = str(STATE / "cookie_secret")
c.ConfigurableHTTPProxy.pid_file = str(STATE / "proxy.pid")


# --- what each learner gets: a system user, a copy of the course in their home, lesson 00 on the screen ---
def make_user(spawner) -> None:
    """A system user of that name, with a home that only they can read; one that is there stays as it is."""
    name = spawner.user.name
    try:
        pwd.getpwnam(name)
    except KeyError:
        subprocess.run(["useradd", "--create-home", "--shell", "/bin/bash", name], check=True)
        Path(pwd.getpwnam(name).pw_dir).chmod(0o700)


c.Spawner.pre_spawn_hook = make_user
c.Spawner.cmd = [sys.executable, str(COURSE / "hub/start_learner.py")]
c.Spawner.args = ["--LabApp.extension_manager=readonly"]
c.Spawner.notebook_dir = "~/selling-backwards"
c.Spawner.default_url = "/lab/tree/lessons/00_start_here.ipynb"
c.Spawner.environment = {
    "SELLBACKWARDS_HUB_SOURCE": SOURCE,
    "SELLBACKWARDS_HUB_BRANCH": os.environ.get("SELLBACKWARDS_HUB_BRANCH", "main"),
    "JUPYTER_PREFER_ENV_PATH": "1",
    "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)]),
}
c.Spawner.start_timeout = 120  # the first time, the copy is made
c.Spawner.http_timeout = 60
