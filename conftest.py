"""Puts nbval into gate mode: an answer that isn't right fails (see sellbackwards/exercises/gate.py).

An installed course does so by itself; here it holds also where the installation is an older one.
"""

pytest_plugins = ("sellbackwards.exercises.gate",)
