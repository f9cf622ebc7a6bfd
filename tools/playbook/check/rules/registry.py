"""Entries of archetypes.yml and sources.yml that cannot be used."""

from playbook.check.finding import Severity
from playbook.check.rule import Rule, problems_of

RULE = Rule(
    "registry", Severity.ERROR, "Entries of the registries are complete.", problems_of("registry")
)
