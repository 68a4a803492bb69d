"""interlocal: who works with whom on migrant integration in Europe, and where coordination is missing."""

__version__ = "0.1.0"
