"""A notebook's kernel as it is, but for the libraries of ours that it loads ahead: they take longer than all else."""

import runpy
import sys
from types import ModuleType

for name in ("analysis.pipeline", "analysis.briefing.charts", "analysis.briefing.tables"):
    sys.modules[name] = ModuleType(name)

runpy.run_module("analysis.kernel_process", run_name="__main__")
