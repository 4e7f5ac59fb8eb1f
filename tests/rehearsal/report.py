"""What was seen, as tables."""
import os

from limits import load_average

CAUSES = {
    "ReformGraphDown": ("SIGKILL", "a restart"),
    "ReformGraphCannotWrite": ("the disk of the database is full", "room on the disk"),
    "ReformGraphFails": ("writes to the full disk fail", "room on the disk"),
    "ReformGraphLoginsRefused": ("wrong, expired and revoked keys", "these clients stop"),
    "ReformGraphSaturated": ("one key sends heavy queries over 160 connections", "it stops"),
    "ReformGraphSlow": ("the same", "it stops"),
    "ReformGraphWritesLag": ("another process holds the lock of the database", "it ends"),
}


def report(minutes, verdicts, alerts, load):
    """Prints the tables; says whether everything was as promised."""
    print(f"\n{minutes} minutes, {os.cpu_count()} processors, load average {load_average():.1f} at the end\n")
    print("| Alert | Cause | Fired after | Cure | Over after |\n| --- | --- | --- | --- | --- |")
    fired = True
    for name, (cause, cure) in CAUSES.items():
        seen = alerts.seen.get(name, {})
        times = [f"{seen[state] / 60:.1f} min" if seen.get(state) else "**not**" for state in ("fired", "over")]
        print(f"| `{name}` | {cause} | {times[0]} | {cure} | {times[1]} |")
        fired &= bool(seen.get("fired") and seen.get("over"))
    if missing := set(alerts.names) - set(CAUSES):
        print(f"no cause is rehearsed for {', '.join(sorted(missing))}")
    print("\n| Promise | Bound | Seen | Kept |\n| --- | --- | --- | --- |")
    for what, bound, seen, holds in verdicts:
        print(f"| {what} | {bound} | {seen} | {'yes' if holds else '**no**'} |")
    print(f"\nrequests: {dict(load.asked)}\nfailures with a cause: {dict(load.explained)}")
    for failure, times in load.faults.items():
        print(f"without a cause: {failure}, {len(times)} times, first after {times[0]}")
    return fired and not missing and all(holds for *_, holds in verdicts)
