"""What one way of reading a file takes in memory at its highest, in a process of its own.

``python benchmarks/memory.py KIND WAY FILE`` prints it in bytes; WAY is ``ours``, ``usual`` or
``nothing`` (an interpreter that has read the file and done nothing with it).
"""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

_UNIT = 1 if sys.platform == "darwin" else 1024
"""``ru_maxrss`` counts bytes there and kilobytes elsewhere."""


def peak(kind: str, way: str, path: Path) -> int:
    """Bytes, children such as our process for PDF files included."""
    command = [sys.executable, __file__, kind, way, str(path)]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def main() -> None:
    kind, way, path = sys.argv[1], sys.argv[2], Path(sys.argv[3])
    data = path.read_bytes()
    if way == "ours":
        from stages import checked, whole_plan

        checked(path, whole_plan())
    elif way == "usual":
        from libraries import USUAL

        USUAL[kind].read(data)
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * _UNIT
    print(max(_own(), children))


def _own() -> int:
    """A new process inherits the ``ru_maxrss`` of the one that started it; Linux also counts what
    the program itself has had."""
    try:
        status = Path("/proc/self/status").read_text()
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024


if __name__ == "__main__":
    main()
