"""The figures of the briefing. Each takes the records and returns None where there is nothing worth drawing."""

from analysis.briefing.charts.bars import mentions_by_actor, voices
from analysis.briefing.charts.calendar import timeline
from analysis.briefing.charts.network import tension_map

__all__ = ["mentions_by_actor", "tension_map", "timeline", "voices"]
