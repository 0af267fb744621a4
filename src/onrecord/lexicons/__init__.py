"""Compiled lexical data and its loader. The sources are the commented YAML files under ``lexicons/``."""
