"""
The rehearsal of an operator's worst half hour: the packaged program under a mixed load, with Prometheus and the alerts of
deploy/prometheus, through full disks, a held lock, wrong keys, kills and hostile clients. It prints what each alert did, each limit with
the figure that was seen, and whether each acknowledged write was found again. The exit code is 1 if one of these is not as promised.
"""
import argparse
import asyncio
import glob
import itertools
import json
import os
import resource
import shutil
import sqlite3
import statistics
import sys
import tempfile
import time
import urllib.error
import urllib.request

import limits
from alerts import Alerts
from client import Client
from load import NO_ANSWER, Load
from program import Disk, Program
from report import report

WHOLE = 30  # minutes


class Rehearsal:
    def __init__(self, work, program_folder, minutes):
        self.scale, self.begun = min(1, minutes / WHOLE), time.monotonic()
        self.disk, self.temporary = Disk(f"{work}/data", 2000), Disk(f"{work}/temporary", 200)
        self.program = Program(program_folder, work, f"{work}/data/reformgraph.db", self.temporary.folder)
        self.work, self.verdicts, self.resident, self.tasks, self.refused, self.alerts = work, [], [], [], {}, None

    def say(self, what):
        print(f"{time.monotonic() - self.begun:6.0f} s, load {limits.load_average():4.1f}: {what}", flush=True)

    def verdict(self, what, bound, seen, holds):
        self.verdicts.append((what, bound, seen, holds))
        self.say(f"{what}: {seen}{'' if holds else ', NOT ' + bound}")

    async def at(self, minute):
        await asyncio.sleep(max(0, self.begun + minute * 60 * self.scale - time.monotonic()))

    async def run(self):
        self.prepare()
        self.say(f"ready after {await self.program.start():.1f} s")
        self.alerts = Alerts(self.work, self.program.metrics_port, self.scale)
        self.begun = self.alerts.begun
        self.load = Load(self.program.port, self.keys["reader"], self.keys["editor"], self.codes)
        self.background(*self.load.start(), self.alerts.watch(self.say), self.sample())
        await self.killed(1, 3)
        await self.killed(3.2, 3.2)
        await self.at(3.5)
        hostile = self.background(*(self.knock(name, key) for name, key in self.bad_keys.items()))
        self.load.expect("heavy: TIMEOUT")
        query = [lambda to: to.query(limits.HEAVY)]
        heavy = self.background(*(self.load.repeat("heavy", 0, query, self.keys["heavy"]) for _ in range(160)))
        await self.full_disk(4, 7.5)
        await self.at(11)
        self.end(hostile)
        await self.full_temporary_folder(11, 12)
        await self.held_lock(12.5, 15.5)
        await self.at(16)
        self.end(heavy)
        await self.measure_limits()
        await self.at(20)
        self.say("only the mixed load from here on")
        await self.backup()
        await self.at(WHOLE)
        self.end(self.tasks)
        await self.finish()

    def background(self, *works):
        tasks = [asyncio.ensure_future(work) for work in works]
        self.tasks += tasks
        return tasks

    def end(self, tasks):
        for task in tasks:
            if task.done() and not task.cancelled() and task.exception():
                raise task.exception()
            task.cancel()

    def prepare(self):
        made = self.program.command("generate", "--counties", "40", "--seed", "1", "--out", self.program.database)
        self.say(made.stdout.strip() + made.stderr.strip())
        names = {"reader": "reader", "editor": "editor", "heavy": "reader", "flood": "reader", "quiet": "reader", "idle": "reader",
                 "expired": "reader", "revoked": "reader"}
        self.keys = {name: self.program.key(name, role) for name, role in names.items()}
        self.keys |= {f"many{number}": self.program.key(f"many{number}", "reader") for number in range(4)}
        self.program.command("keys", "revoke", "revoked")
        with sqlite3.connect(self.program.database) as database:
            database.execute("UPDATE ApiKeys SET ExpiresOn = '2026-01-01' WHERE Name = 'expired'")
            self.codes = [code for (code,) in database.execute("SELECT Code FROM RiskVillages ORDER BY Id LIMIT 1000")]
        database.close()
        self.bad_keys = {"wrong": "rg_" + "x" * 43, "expired": self.keys["expired"], "revoked": self.keys["revoked"]}

    async def sample(self):
        while True:
            try:
                self.resident.append((time.monotonic() - self.begun, self.program.resident))
            except (OSError, AttributeError):
                pass  # it has been killed
            await asyncio.sleep(5)

    async def knock(self, name, key):
        """Tries a key that is not valid, twice a second and each time from another address."""
        for number in itertools.count():
            client = Client(self.program.port, key, f"10.{number // 65536 % 256}.{number // 256 % 256}.{number % 256}")
            try:
                response, _ = await asyncio.gather(client.ask("/export/risk-villages.csv"), asyncio.sleep(0.5))
                client.close()
                self.refused.setdefault(name, set()).add(response.status)
            except (OSError, EOFError, TimeoutError):
                await asyncio.sleep(1)

    async def health(self, query=""):
        def ask():
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self.program.port}/health/ready{query}") as response:
                    return response.status, json.load(response)
            except urllib.error.HTTPError as refused:
                return refused.code, json.load(refused)
        return await asyncio.to_thread(ask)

    async def full_disk(self, begin, end):
        await self.at(begin)
        self.say("the disk of the database is full")
        self.load.expect("STORAGE_FULL")
        await asyncio.to_thread(self.disk.fill)
        await self.at((begin + end) / 2)
        (ready, state), (for_writes, _) = await self.health(), await self.health("?for=writes")
        self.verdict("health on a full disk", "200 with writes false, and 503 for writes",
                     f"{ready} with writes {str(state['writes']).lower()}, and {for_writes}",
                     (ready, state["writes"], for_writes) == (200, False, 503))
        await self.at(end)
        self.disk.make_room()
        self.load.expect_no_more("STORAGE_FULL", grace=2)
        self.say("there is room again")

    async def full_temporary_folder(self, begin, end):
        await self.at(begin)
        self.say("the disk of temporary files is full")
        self.load.expect("export: STORAGE_FULL")
        answered = self.load.asked["point"]
        while time.monotonic() < self.begun + end * 60 * self.scale:
            await asyncio.to_thread(self.temporary.fill)  # also what the server gives back by deleting the exports that it keeps
            await asyncio.sleep(0.5)
        refused, answered = self.load.explained["export: STORAGE_FULL"], self.load.asked["point"] - answered
        self.temporary.make_room()
        self.load.expect_no_more("export: STORAGE_FULL", grace=2)
        self.verdict("exports on a full disk of temporary files", "STORAGE_FULL, and reads go on",
                     f"{refused} refused, {answered} reads meanwhile", refused > 0 and answered > 0)

    async def held_lock(self, begin, end):
        await self.at(begin)
        self.say("another process holds the lock of the database, and 150 writers wait")
        self.load.expect("WRITE_LOCKED")
        other = sqlite3.connect(self.program.database, isolation_level=None, timeout=60, check_same_thread=False)
        await asyncio.to_thread(other.execute, "BEGIN IMMEDIATE")
        clients = [Client(self.program.port, self.keys["editor"]) for _ in range(150)]
        writers = self.background(*(self.load.write(client, code, 1) for client, code in zip(clients, self.codes[200:])))
        await self.at(end)
        other.execute("ROLLBACK")
        other.close()
        self.load.expect_no_more("WRITE_LOCKED", grace=35)
        await asyncio.gather(*writers)
        self.say("the lock is free, and the 150 have written")

    async def killed(self, begin, end):
        await self.at(begin)
        self.load.expect(NO_ANSWER)
        self.program.kill()
        self.say("killed")
        await self.at(end)
        self.say(f"ready {await self.program.start():.1f} s after the restart")
        self.load.expect_no_more(NO_ANSWER, grace=1)

    async def measure_limits(self):
        program, keys, code = self.program, self.keys, self.codes[0]
        many = [key for name, key in keys.items() if name.startswith("many")]
        answered, refused, told = await limits.flood(program.port, keys["flood"], code)
        self.verdict("a key over its budget", "429 with Retry-After", f"{answered} answered, {refused} refused, {told} with Retry-After",
                     0 < refused == told)
        self.load.running.clear()
        await asyncio.sleep(5)
        rounds = await limits.fairness(program.port, keys["quiet"], keys["heavy"], code)
        ratio = statistics.median(beside / alone for alone, beside in rounds)
        self.verdict("p99 of a key beside another that floods", "at most twice its own alone", f"{ratio:.2f} times, in rounds of "
                     + ", ".join(f"{beside:.1f} : {alone:.1f} ms" for alone, beside in rounds), ratio <= 2)
        rounds = [await limits.cancelled(program, many) for _ in range(3)]
        self.verdict("1,000 cancelled requests", "quiet within 1 s", "in three rounds, "
                     + ", ".join(f"{active} in progress, quiet after {seconds:.2f} s" for active, seconds in rounds),
                     statistics.median(seconds for _, seconds in rounds) <= 1)
        still, asked, failed = await limits.idle(program.port, many, code)
        self.verdict("2,000 idle and 50 active connections", "served without an error", f"{still} idle, {asked} requests, {failed} failed",
                     (still, failed) == (2000, 0))
        self.load.running.set()
        sending, reading = await limits.slow(program.port, keys["quiet"])
        self.verdict("slow clients", "closed within 30 s", f"senders after {sending:.0f} s, readers after {reading:.0f} s",
                     max(sending, reading) <= 30)

    async def backup(self):
        folder = f"{self.work}/backups"
        os.makedirs(folder)
        for _ in range(2):
            made = await self.program.command_meanwhile("backup", "--into", folder, "--keep", "1")
            await asyncio.sleep(1)
        (copy,) = os.listdir(folder)
        rehearsed = await self.program.command_meanwhile("restore", f"{folder}/{copy}", "--verify")
        said = (rehearsed.stdout + rehearsed.stderr).replace(self.work, "…").splitlines()
        self.verdict("a backup under load", "is sound", next((line for line in said if "is sound" in line), said[-1]),
                     (made.returncode, rehearsed.returncode) == (0, 0))

    async def finish(self):
        await asyncio.sleep(1)
        code, seconds = await self.program.stop()
        self.alerts.end()
        self.verdict("SIGTERM", "exit code 0 within 30 s", f"{code} after {seconds:.1f} s", code == 0 and seconds <= 30)
        self.verdict("wrong, expired and revoked keys", "401 for each", ", ".join(f"{name} {seen}" for name, seen in self.refused.items()),
                     [*self.refused.values()] == [{401}] * 3)
        self.check_memory()
        self.check_writes()
        asked = sum(self.load.asked.values())
        self.verdict("requests that failed without a cause", f"none of {asked}",
                     str(sum(map(len, self.load.faults.values()))), not self.load.faults)

    def check_memory(self):
        end = self.resident[-1][0]
        times, sizes = zip(*(sample for sample in self.resident if sample[0] >= end - 600 * self.scale))
        slope = statistics.linear_regression(times, sizes).slope * 600
        self.verdict("growth of memory in the last 10 minutes", "under 5 MB",
                     f"{slope:.1f} MB ({min(sizes):.0f} to {max(sizes):.0f} MB)", slope < 5)

    def check_writes(self):
        with sqlite3.connect(self.program.database) as database:
            changes = database.execute("SELECT Reason, Sequence FROM Changes WHERE Reason LIKE 'rehearsal %'").fetchall()
            rows = dict(database.execute("SELECT Code, Version FROM RiskVillages"))
        database.close()
        lost = set(self.load.stored.items()) - set(changes)
        stale = [code for code, written in self.load.versions.items() if rows[code] < written]
        twice = len(changes) - len({reason for reason, _ in changes})
        self.verdict("acknowledged writes", "each stored once",
                     f"{len(self.load.stored)}, {len(lost) + len(stale)} lost, {twice} stored twice",
                     len(self.load.stored) > 0 and not lost and not stale and twice == 0)
        audit = self.program.command("audit", "verify")
        self.verdict("audit verify", "finds nothing", (audit.stdout + audit.stderr).strip().splitlines()[-1][:110], audit.returncode == 0)


def main():
    options = argparse.ArgumentParser(prog="./dev rehearse", description=__doc__)
    options.add_argument("program", nargs="?", help="the folder of the packaged program; by default, what ./dev package linux-x64 has made")
    options.add_argument("--minutes", type=float, default=WHOLE, help="less than 30 shortens the times of the alerts too, and proves less")
    chosen = options.parse_args()
    folder = chosen.program or next(iter(glob.glob("artifacts/reformgraph-*-linux-x64")), "artifacts")
    if not os.access(f"{folder}/ReformGraph", os.X_OK):
        options.error(f"there is no program in {folder}: ./dev package linux-x64 makes it")
    if os.geteuid() != 0 or shutil.which("prometheus") is None:
        options.error("it needs Prometheus (apt-get install prometheus), and root, to mount small disks")
    resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
    with tempfile.TemporaryDirectory(prefix="rehearsal-") as work:
        rehearsal = Rehearsal(work, os.path.abspath(folder), chosen.minutes)
        try:
            asyncio.run(rehearsal.run())
            sys.exit(0 if report(chosen.minutes, rehearsal.verdicts, rehearsal.alerts, rehearsal.load) else 1)
        finally:
            if rehearsal.program.process and rehearsal.program.process.poll() is None:
                rehearsal.program.kill()
            if rehearsal.alerts and rehearsal.alerts.process.poll() is None:
                rehearsal.alerts.end()
            rehearsal.disk.unmount()
            rehearsal.temporary.unmount()


main()
