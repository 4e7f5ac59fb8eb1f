"""What docs/performance.md and docs/operations.md promise of clients that flood, idle, cancel, or are slow."""
import asyncio
import json
import os
import socket
import time

from client import Client
from load import POINT

COUNT = 'a%d: villages(where: { nameZh: { contains: "%da" } }) { totalCount }'
HEAVY = "{ " + " ".join(COUNT % (number, number) for number in range(16)) + " }"
CLOSED = (7, 8)  # TCP_CLOSE, TCP_CLOSE_WAIT
SLOW_BYTES = 100  # a second


async def ask_until(end, client, document, pause, times, **variables):
    while time.monotonic() < end:
        response, _ = await asyncio.gather(client.query(document, **variables), asyncio.sleep(pause))
        times.append((response.status, response.seconds, "retry-after" in response.headers))


async def ask_for(seconds, port, keys, clients, document, pause, **variables):
    """The status and the seconds of each request, of clients that take turns with the keys."""
    times, end = [], time.monotonic() + seconds
    await asyncio.gather(*(ask_until(end, Client(port, keys[number % len(keys)]), document, pause, times, **variables)
                           for number in range(clients)))
    return times


def percentile(times, share):
    return sorted(seconds for _, seconds, _ in times)[int(len(times) * share)]


async def fairness(port, quiet, flood, code):
    """The 99th percentiles in ms of a key alone and beside another that floods the server, in three rounds."""
    rounds = []
    for _ in range(3):
        alone = await ask_for(6, port, [quiet], 2, POINT, 0.025, code=code)
        flooding = asyncio.create_task(ask_for(8, port, [flood], 16, HEAVY, 0))
        await asyncio.sleep(1)
        beside = await ask_for(6, port, [quiet], 2, POINT, 0.025, code=code)
        await flooding
        rounds.append((percentile(alone, 0.99) * 1000, percentile(beside, 0.99) * 1000))
    return rounds


async def flood(port, key, code):
    """How many requests of a key beyond its budget were answered, and how many refused; and of these, how many say when to come again."""
    times = await ask_for(15, port, [key], 24, POINT, 0, code=code)
    refused = [retry for status, _, retry in times if status == 429]
    return sum(status == 200 for status, _, _ in times), len(refused), sum(refused)


async def idle(port, keys, code):
    """How many of 2,000 connections are open while 50 others ask for 10 seconds, and how many of their requests there were and failed."""
    idle = [Client(port, keys[number % len(keys)]) for number in range(2000)]
    for first in range(0, 2000, 100):
        await asyncio.gather(*(client.ask("/health/live") for client in idle[first:first + 100]))
    times = await ask_for(10, port, keys, 50, POINT, 0.25, code=code)
    still = sum(not client.reader.at_eof() for client in idle)
    for client in idle:
        client.close()
    return still, len(times), sum(status != 200 for status, _, _ in times)


async def cancelled(program, keys):
    """How many of 1,000 requests were in progress when their clients went away, and after how many seconds none was."""
    clients = [Client(program.port, keys[number % len(keys)]) for number in range(1000)]
    for first in range(0, 1000, 100):
        await asyncio.gather(*(client.open() for client in clients[first:first + 100]))
    body = json.dumps({"query": HEAVY}).encode()
    for client in clients:
        client.writer.write(client.request("/graphql", body))
    await asyncio.sleep(2)
    active = await in_progress(program)
    begun = time.monotonic()
    for client in clients:
        client.close()
    while await in_progress(program) > 0 and time.monotonic() < begun + 60:
        await asyncio.sleep(0.02)
    return active, time.monotonic() - begun


async def in_progress(program):
    """The number of requests, without the one that asks."""
    return int((await asyncio.to_thread(program.metrics))["http_server_active_requests"]) - 1


async def until_closed(connection, act):
    """The seconds until the server has ended the connection of a client that acts slowly."""
    begun = time.monotonic()
    while connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 1)[0] not in CLOSED and time.monotonic() < begun + 90:
        try:
            act(connection)
        except OSError:
            break  # it is closed
        await asyncio.sleep(1)
    connection.close()
    return time.monotonic() - begun


def connect(port, sent):
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    connection.connect(("127.0.0.1", port))
    connection.sendall(sent)
    return connection


async def slow(port, key):
    """The seconds until the server has ended slow clients: those that send, and those that read."""
    client = Client(port, key)
    body = client.request("/graphql", b"x" * 900_000)[:-800_000]
    reads = [client.request(path) for path in ("/export/facilityConsolidations.ndjson", "/export/villages.csv", "/graphql?sdl")]
    sending = [until_closed(connect(port, sent), lambda to: to.sendall(b"x" * SLOW_BYTES)) for sent in (body, b"GET / HTTP/1.1\r\nX: ")]
    reading = [until_closed(connect(port, sent), lambda to: to.recv(SLOW_BYTES)) for sent in reads]
    seconds = await asyncio.gather(*sending, *reading)
    return max(seconds[:2]), max(seconds[2:])


def load_average():
    return os.getloadavg()[0]
