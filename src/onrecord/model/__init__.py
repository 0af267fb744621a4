"""The nouns: frozen dataclasses and enums that need only the standard library.

Import each noun from the module that defines it: ``from onrecord.model.claim import Claim``.
"""
