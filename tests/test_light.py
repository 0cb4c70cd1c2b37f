"""What every process loads stays light: engines and sealing load when they are wanted."""

import subprocess
import sys

from config.environment import ROOT

HEAVY = [
    "numpy",
    "scipy",
    "polars",
    "numba",
    "pandas",
    "pyhanko",
    "openpyxl",
    "reportlab",
    "aiohttp",
]
LOAD = f"""
import os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
import config.wsgi, config.urls, config.tasks
import rapport.installation.management.commands.serve
print(*[name for name in {HEAVY} if name in sys.modules])
"""


def test_pages_and_worker_load_no_engine() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOAD], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == []
