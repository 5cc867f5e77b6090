"""What a supervisor runs as the embedded Redis: `python -m warmline.embedded DATA_DIR PORT`."""

from __future__ import annotations

import sys
from pathlib import Path

from warmline.embedded.server import EmbeddedRedis
from warmline.errors import RefusedError

if __name__ == "__main__":
    try:
        EmbeddedRedis(Path(sys.argv[1]), port=int(sys.argv[2])).become()
    except RefusedError as refused:
        sys.exit(str(refused))
