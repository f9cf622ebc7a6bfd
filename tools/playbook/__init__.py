"""Playbooks for difficult clients: reading, normalising, checking, searching.

Layers, imported only from right to left: errors, model, text, library, normalise, tree,
check and search, cli.
"""

__version__ = "0.1.0"
