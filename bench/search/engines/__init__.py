"""Engines under test: each builds an index of the same documents and answers the same queries."""
