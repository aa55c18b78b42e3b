"""Puts nbval into gate mode: an answer that isn't right fails (see sellbackwards/exercises/gate.py)."""

pytest_plugins = ("sellbackwards.exercises.gate",)
