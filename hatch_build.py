"""Hatchling build hook: make the embedded gazetteer where it is missing, so that every wheel carries it."""

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SCRIPT = Path("scripts", "build_gazetteer.py")
TARGET = Path("src", "onrecord", "reading", "places", "data", "gazetteer.sqlite")


class GazetteerHook(BuildHookInterface[Any]):
    """Runs ``scripts/build_gazetteer.py`` before a wheel, ordinary or editable, is put together."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the data file unless it is there; a source distribution never carries it."""
        del version
        root = Path(self.root)
        if self.target_name == "wheel" and not (root / TARGET).exists():
            self.app.display_info("building the gazetteer (about 20 seconds)")
            subprocess.run([sys.executable, str(root / SCRIPT), "--check"], check=True, cwd=root)
        build_data.setdefault("artifacts", []).append(TARGET.as_posix())
