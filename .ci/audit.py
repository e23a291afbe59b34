"""What the lock pins against the database of known vulnerabilities, by pip-audit: `make check` runs it.

Exits 1 where one is known, and 0 where none is; where the database cannot be reached it says so, and exits 0.
"""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

LOCK = Path(__file__).parents[1] / "requirements.lock"
# The hashes stand in the lock, so that nothing is resolved or installed to look it up.
COMMAND = ("pip_audit", "--require-hashes", "--disable-pip", "--progress-spinner", "off", "--format", "json")


def verdict(report: Mapping[str, Any]) -> tuple[list[str], int]:
    """Lines to print and the exit status, for a report in pip-audit's JSON."""
    packages = report["dependencies"]
    asked = [package for package in packages if "skip_reason" not in package]
    if not asked:
        return [f"audit: skipped; the database of vulnerabilities knows none of the {len(packages)} packages here"], 0
    lines = [f"audit: {len(asked)} of {len(packages)} packages looked up"]
    found = [(package, flaw) for package in asked for flaw in package["vulns"]]
    for package, flaw in found:
        mended = ", ".join(flaw["fix_versions"]) or "no release yet"
        lines.append(f"  {package['name']} {package['version']}: {flaw['id']}; mended in {mended}")
    return lines, int(bool(found))


def main() -> int:
    run = subprocess.run(
        [sys.executable, "-m", *COMMAND, "--requirement", str(LOCK)], capture_output=True, text=True, check=False
    )
    if not run.stdout.startswith("{"):
        last = run.stderr.strip().rpartition("\n")[2]
        lines, status = [f"audit: skipped; the database of vulnerabilities cannot be reached ({last[:160]})"], 0
    else:
        lines, status = verdict(json.loads(run.stdout))
    print("\n".join(lines))
    return status


if __name__ == "__main__":
    sys.exit(main())
