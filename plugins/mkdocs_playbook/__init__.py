"""MkDocs plugin: a knowledge base of playbooks in several languages as one static site."""
