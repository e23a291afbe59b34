"""Who the article is about: persons, governments, parties, bodies, outlets and unnamed sources, one actor each.

Names are grouped with the help of the registry, roles and affiliations read from titles and appositions, nominals
("some US officials") and pronouns put to the actors that they mean.
"""

from analysis.actors.find import Choices, find_actors

__all__ = ["Choices", "find_actors"]
