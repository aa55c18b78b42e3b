"""Read a transcript into a Call, measure it, and draw charts.

The charts are not imported here: only `sellbackwards.calls.charts` needs matplotlib.
"""

from sellbackwards.calls.call import Call, TranscriptError, Turn
from sellbackwards.calls.measured import Measures
from sellbackwards.calls.measures import measure
from sellbackwards.calls.reading import read_call

__all__ = ["Call", "Measures", "TranscriptError", "Turn", "measure", "read_call"]
