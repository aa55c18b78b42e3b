"""The simulated buyer: a scenario and what the seller says → what the buyer says, and why. No network, no chance."""

from sellbackwards.buyer.scenario import Scenario
from sellbackwards.buyer.scenario_file import ScenarioError, load, scenario_ids
from sellbackwards.buyer.state import State, Turn
from sellbackwards.buyer.talk import Talk

__all__ = ["Scenario", "ScenarioError", "State", "Talk", "Turn", "load", "scenario_ids"]
