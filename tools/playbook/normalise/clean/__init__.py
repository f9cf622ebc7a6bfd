"""Noise: what no reader should see, found block by block and then in context."""
