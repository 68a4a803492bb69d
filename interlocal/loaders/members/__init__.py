"""Lists of members of networks, as they are published.

The way of a list: ``sheets`` (cells) → ``columns`` and ``cells`` (what they mean) → ``rows`` (rows of a network) → ``names``, ``matching`` and
``things`` (which authority) → ``loader`` (a list; what is unsure in ``review``) → ``kept`` (a folder of tables).
"""
