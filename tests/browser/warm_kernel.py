"""What a kernel has imported and worked out once it has woken a lesson; importing this does it (see forked_kernels.py).

Only what is the same for everybody: the patterns and words that a line is read with, a buyer's, the fonts of charts. No widgets:
ipywidgets tells the kernel of itself as it is imported, so that has to happen in each kernel.
"""

import sys

import sellbackwards.buyer
import sellbackwards.practice.recall
import sellbackwards.practice.rounds  # noqa: F401
from sellbackwards.practice.calls import two_calls

two_calls("calls/01_forward.vtt", "calls/01_backward.vtt", labels=("Forward", "Backward"))
assert "ipywidgets" not in sys.modules
