"""The load: readers, exports, feeds and writers, each at its pace, and what became of their requests."""
import asyncio
import collections
import itertools
import time

from client import Client

POINT = "query Point($code: String!) { riskVillageByCode(code: $code) { code version level status riskFactors } }"
PAGE = """query Page($level: RiskLevel!) { riskVillages(first: 50, where: { level: { eq: $level } }, order: [{ assessedOn: DESC }]) {
  totalCount nodes { code level status leadOfficial assessedOn township { nameZh } } } }"""
GROUPS = """query Groups { riskVillages { groups(by: [{ level: {} }, { county: { code: {} } }], first: 20) {
  totalCount nodes { key { level } aggregate { count } } } } }"""
WRITE = """mutation Write($reason: String!, $code: String!, $version: Int!, $text: String!) {
  updateRiskVillage(input: { change: { kind: CORRECTION, reason: $reason }, code: $code, version: $version, riskFactors: $text,
    idempotencyKey: $reason }) { change { sequence } riskVillage { version } errors { __typename } } }"""
EXPORTS = ["csv", "ndjson", "parquet", "xlsx"]
ODATA = ["/odata/riskVillages?$top=20&$filter=level%20eq%20%27HIGH%27", "/odata/townships?$top=50&$count=true"]
NO_ANSWER = "NO_ANSWER"


class Load:
    def __init__(self, port, reader, editor, codes):
        self.port, self.reader, self.editor, self.codes = port, reader, editor, codes
        self.asked, self.explained, self.faults = collections.Counter(), collections.Counter(), {}
        self.stored, self.versions, self.running = {}, {}, asyncio.Event()
        self.expected, self.numbers, self.begun = {}, itertools.count(1), time.monotonic()
        self.running.set()

    def expect(self, code):
        """From now on, a fault explains this error, of all kinds of requests or (`kind: code`) of one."""
        self.expected[code] = float("inf")

    def expect_no_more(self, code, grace):
        self.expected[code] = time.monotonic() + grace

    def failed(self, kind, code, detail=""):
        failure, now = f"{kind}: {code}", time.monotonic()
        if max(self.expected.get(code, 0), self.expected.get(failure, 0)) >= now:
            self.explained[failure] += 1
        else:
            self.faults.setdefault(failure, []).append(f"{now - self.begun:.0f} s {detail}")

    async def attempt(self, kind, client, ask):
        """The response of a request, if it was answered well."""
        self.asked[kind] += 1
        try:
            response = await ask(client)
        except (OSError, EOFError, TimeoutError) as failure:
            self.failed(kind, NO_ANSWER, repr(failure))
            await asyncio.sleep(0.2)
            return None
        if response.code is not None:
            self.failed(kind, response.code, response.body[:200].decode(errors="replace"))
            return None
        return response

    async def turn(self, client):
        """Waits while the load pauses. The server ends connections that are idle."""
        if not self.running.is_set():
            client.close()
            await self.running.wait()

    async def repeat(self, kind, pause, requests, key=None):
        client = Client(self.port, key or self.reader)
        for request in itertools.cycle(requests):
            await self.turn(client)
            await asyncio.gather(self.attempt(kind, client, request), asyncio.sleep(pause))

    async def write(self, client, code, version):
        """Writes until the write is acknowledged, always with the same key; returns the version of the row."""
        reason = f"rehearsal {next(self.numbers)}"
        text = f"{reason} {'x' * 1000}"
        while True:
            await self.turn(client)
            response = await self.attempt("write", client, lambda to: to.query(WRITE, reason=reason, code=code, version=version, text=text))
            if response is None:
                await asyncio.sleep(0.05)
                continue
            payload = response.data["updateRiskVillage"]
            if payload["errors"]:
                self.failed("write", payload["errors"][0]["__typename"], reason)
                return version
            self.stored[reason] = payload["change"]["sequence"]
            self.versions[code] = payload["riskVillage"]["version"]
            return payload["riskVillage"]["version"]

    async def write_on(self, codes, pause, versions):
        client = Client(self.port, self.editor)
        for code in itertools.cycle(codes):
            versions[code], _ = await asyncio.gather(self.write(client, code, versions.get(code, 1)), asyncio.sleep(pause))

    def start(self):
        point = [lambda to, code=code: to.query(POINT, code=code) for code in self.codes[:200]]
        pages = [lambda to, level=level: to.query(PAGE, level=level) for level in ("HIGH", "MEDIUM", "LOW")]
        exports = [lambda to, form=form: to.ask(f"/export/risk-villages.{form}") for form in EXPORTS]
        feeds = [lambda to, path=path: to.ask(path) for path in ODATA]
        works = [self.repeat("point", 0.1, point[number:] + point[:number]) for number in range(0, 200, 50)]
        works += [self.repeat("page", 0.2, pages), self.repeat("groups", 0.2, [lambda to: to.query(GROUPS)]),
                  self.repeat("export", 3, exports), self.repeat("odata", 0.2, feeds)]
        works += [self.write_on(self.codes[first:first + 20], 0.3, {}) for first in range(0, 80, 20)]
        return [asyncio.create_task(work) for work in works]
