"""A client over one connection, which it opens again when the server has closed it."""
import asyncio
import json
import re
import time
from dataclasses import dataclass

CODE = re.compile(rb'"code":\s*"([A-Z_]+)"')
PATIENCE = 120  # seconds


@dataclass
class Response:
    status: int
    headers: dict
    body: bytes
    seconds: float

    @property
    def code(self):
        """The code of the first error; None if there is none."""
        found = CODE.search(self.body) if self.status != 200 or b'"errors":[' in self.body else None
        return found.group(1).decode() if found else None if self.status == 200 else str(self.status)

    @property
    def data(self):
        return json.loads(self.body)["data"]


class Client:
    """Asks one request at a time. Raises OSError, EOFError or TimeoutError if there is no response."""

    def __init__(self, port, key=None, address=None):
        self.port = port
        self.head = f"Host: 127.0.0.1:{port}\r\nAccept: application/graphql-response+json, */*;q=0.5\r\n"
        self.head += f"Authorization: Bearer {key}\r\n" if key else ""
        self.head += f"X-Forwarded-For: {address}\r\n" if address else ""
        self.reader = self.writer = None

    def request(self, path, body=None):
        length = "" if body is None else f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n"
        return f"{'GET' if body is None else 'POST'} {path} HTTP/1.1\r\n{self.head}{length}\r\n".encode() + (body or b"")

    async def query(self, document, **variables):
        return await self.ask("/graphql", json.dumps({"query": document, "variables": variables}).encode())

    async def ask(self, path, body=None):
        begun = time.monotonic()
        try:
            async with asyncio.timeout(PATIENCE):
                if self.writer is None:
                    await self.open()
                self.writer.write(self.request(path, body))
                await self.writer.drain()
                return await self.receive(begun)
        except BaseException:
            self.close()
            raise

    async def open(self):
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)

    async def receive(self, begun):
        status, *lines = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1").splitlines()
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines if line)}
        if headers.get("transfer-encoding") == "chunked":
            body = b"".join([chunk async for chunk in self.chunks()])
        else:
            body = await self.reader.readexactly(int(headers.get("content-length", 0)))
        if headers.get("connection", "").lower() == "close":
            self.close()
        return Response(int(status.split(" ")[1]), headers, body, time.monotonic() - begun)

    async def chunks(self):
        while size := int(await self.reader.readuntil(b"\r\n"), 16):
            yield await self.reader.readexactly(size)
            await self.reader.readexactly(2)
        await self.reader.readexactly(2)

    def close(self):
        if self.writer is not None:
            self.writer.transport.abort()
            self.reader = self.writer = None
