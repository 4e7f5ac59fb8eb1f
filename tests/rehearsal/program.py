"""The packaged program under rehearsal, and the small disks on which it works."""
import asyncio
import os
import re
import signal
import socket
import subprocess
import time
import urllib.request

SAMPLE = re.compile(r"^(\w+)(?:\{[^}]*\})? (\S+)", re.MULTILINE)


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return taken.getsockname()[1]


class Disk:
    """A file system in memory, which only root can mount."""

    def __init__(self, folder, megabytes):
        self.folder, self.ballast = folder, os.path.join(folder, "ballast")
        os.makedirs(folder)
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", folder], check=True)

    def fill(self):
        try:
            with open(self.ballast, "ab", buffering=0) as file:
                while True:
                    file.write(bytes(4096))
        except OSError:
            pass  # it is full

    def make_room(self):
        os.remove(self.ballast)

    def unmount(self):
        subprocess.run(["umount", "--lazy", self.folder], check=True)


class Program:
    def __init__(self, folder, work, database, temporary):
        self.path, self.work, self.database = os.path.join(folder, "ReformGraph"), work, database
        self.environment = {"PATH": "/usr/bin:/bin", "HOME": work, "TMPDIR": temporary, "DOTNET_ROOT": "/nowhere"}
        self.port, self.metrics_port, self.process, self.log = free_port(), free_port(), None, os.path.join(work, "server.log")
        self.settings = ["--Url", f"http://127.0.0.1:{self.port}", "--Database:File", database]

    def command(self, *arguments):
        """Runs a command of the program."""
        return subprocess.run([self.path, *arguments, "--database", self.database], env=self.environment, cwd=self.work,
                              capture_output=True, text=True)

    async def command_meanwhile(self, *arguments):
        return await asyncio.to_thread(self.command, *arguments)

    def key(self, name, role):
        made = self.command("keys", "create", "--name", name, "--role", role)
        return re.search(r"rg_[\w-]+", made.stdout).group()

    async def start(self):
        begun = time.monotonic()
        with open(self.log, "ab") as log, open(self.work + "/listening", "wb") as said:
            self.process = subprocess.Popen(
                [self.path, *self.settings, "--Metrics:Url", f"http://127.0.0.1:{self.metrics_port}", "--TrustedProxies", "127.0.0.1",
                 "--RateLimits:Key:RequestsPerMinute", "6000"],
                env=self.environment, cwd=self.work, stdin=subprocess.DEVNULL, stdout=said, stderr=log)
        while "Listening on" not in open(self.work + "/listening", encoding="utf-8").read():
            if self.process.poll() is not None:
                raise SystemExit("The server ended: " + open(self.log, encoding="utf-8").read()[-2000:])
            await asyncio.sleep(0.1)
        return time.monotonic() - begun

    def kill(self):
        self.process.kill()
        self.process.wait()

    async def stop(self):
        """Ends it as a service manager does; returns the exit code and the seconds that it took."""
        begun = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        return await asyncio.to_thread(self.process.wait), time.monotonic() - begun

    @property
    def resident(self):
        """The megabytes of memory that it has."""
        with open(f"/proc/{self.process.pid}/status", encoding="utf-8") as status:
            return int(re.search(r"VmRSS:\s+(\d+)", status.read()).group(1)) / 1024

    def metrics(self):
        """The sum of each metric."""
        sums = {}
        with urllib.request.urlopen(f"http://127.0.0.1:{self.metrics_port}/metrics", timeout=60) as response:
            for name, value in SAMPLE.findall(response.read().decode()):
                sums[name] = sums.get(name, 0) + float(value)
        return sums
