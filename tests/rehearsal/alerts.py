"""Prometheus with the alerts of deploy/prometheus, and what it says of them."""
import asyncio
import json
import os
import re
import subprocess
import time
import urllib.request

from program import free_port

RULES = "deploy/prometheus/alerts.yml"
CONFIGURATION = """
global: {{ scrape_interval: 5s, scrape_timeout: 4s, evaluation_interval: 5s }}
rule_files: ['{rules}']
scrape_configs:
  - job_name: reformgraph
    static_configs: [{{ targets: ['127.0.0.1:{port}'] }}]
"""


class Alerts:
    """What each alert did: when it was first pending, when it fired, and when it was over, in seconds since the start."""

    def __init__(self, work, metrics_port, scale):
        self.port, self.begun, self.seen = free_port(), time.monotonic(), {}
        with open(RULES, encoding="utf-8") as file:
            rules = re.sub(r"(?<=for: )(\d+)m|(?<=\[)(\d+)m",
                           lambda minutes: f"{max(10, int(int(minutes[1] or minutes[2]) * 60 * scale))}s", file.read())
        self.names = re.findall(r"alert: (\w+)", rules)
        for name, text in (("alerts.yml", rules), ("prometheus.yml", CONFIGURATION.format(rules=f"{work}/alerts.yml", port=metrics_port))):
            with open(os.path.join(work, name), "w", encoding="utf-8") as file:
                file.write(text)
        with open(f"{work}/prometheus.log", "wb") as log:
            self.process = subprocess.Popen(
                ["prometheus", f"--config.file={work}/prometheus.yml", f"--storage.tsdb.path={work}/prometheus",
                 f"--web.listen-address=127.0.0.1:{self.port}"], stdout=log, stderr=log)

    async def watch(self, say):
        while True:
            await asyncio.sleep(2)
            try:
                states = await asyncio.to_thread(self.states)
            except OSError:
                continue  # it is starting
            now = time.monotonic() - self.begun
            for name in self.names:
                known, state = self.seen.setdefault(name, {}), states.get(name)
                if state and "pending" not in known:
                    known["pending"] = now
                if state == "firing" and "fired" not in known:
                    known["fired"] = now
                    say(f"{name} fires")
                if "fired" in known and state != "firing" and not known.get("over"):
                    known["over"] = now
                    say(f"{name} is over")
                elif state == "firing" and known.get("over"):
                    known["over"] = None
                    say(f"{name} fires again")

    def states(self):
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/api/v1/alerts", timeout=5) as response:
            alerts = json.load(response)["data"]["alerts"]
        return {alert["labels"]["alertname"]: alert["state"] for alert in sorted(alerts, key=lambda alert: alert["state"], reverse=True)}

    def end(self):
        self.process.terminate()
        self.process.wait()
