"""A Redis that takes its time: passes everything on, and every answer back a while later.

`python -m tests.bench.slow_redis PORT SOCKET MILLISECONDS`
"""

from __future__ import annotations

import asyncio
import sys
from functools import partial


async def _there(client: asyncio.StreamReader, server: asyncio.StreamWriter) -> None:
    while some := await client.read(65536):
        server.write(some)
    server.close()


async def _back(server: asyncio.StreamReader, client: asyncio.StreamWriter, seconds: float) -> None:
    loop = asyncio.get_running_loop()
    while some := await server.read(65536):
        loop.call_later(seconds, client.write, some)
    client.close()


async def _join(
    socket: str, seconds: float, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> None:
    from_redis, to_redis = await asyncio.open_unix_connection(socket)
    await asyncio.gather(
        _there(reader, to_redis), _back(from_redis, writer, seconds), return_exceptions=True
    )


async def main(port: int, socket: str, ms: int) -> None:
    """Listen until killed."""
    server = await asyncio.start_server(partial(_join, socket, ms / 1000), "127.0.0.1", port)
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), sys.argv[2], int(sys.argv[3])))
