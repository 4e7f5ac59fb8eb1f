"""Fetches every exported file of a server, and compares what a tool read of them with the JSON export, cell by cell."""
import csv
import json
import os
import re
import sys
import urllib.request
from decimal import Decimal, InvalidOperation

FORMATS = ["json", "ndjson", "csv", "xlsx"]
TEXTS = ["=1+1", "'=1", "一\r\n二", '" , ;\t|', "001", "TRUE", "NA", "1e5"]


def ask(url, query):
    request = urllib.request.Request(url, json.dumps({"query": query}).encode(), {"Content-Type": "application/json"})
    return next(iter(json.load(urllib.request.urlopen(request))["data"].values()))


def fetch(url, folder):
    os.makedirs(folder)
    for number, text in enumerate(TEXTS, 1):
        change = 'change: { kind: CORRECTION, reason: "What files must hold." }'
        day = "1900-02-28" if number == 1 else "2026-02-03"
        ask(url, f'mutation {{ updateRiskVillage(input: {{ {change}, code: "RV-H-00{number}", version: 1, riskFactors: {json.dumps(text)}, assessedOn: "{day}" }}) {{ errors {{ __typename }} }} }}')

    root = url.removesuffix("/graphql")
    package = json.load(urllib.request.urlopen(f"{root}/catalog/datapackage.json"))
    types = {resource["name"]: [field["type"] for field in resource["schema"]["fields"]] for resource in package["resources"]}
    with open(f"{folder}/types", "w", encoding="utf-8") as file:
        json.dump(types, file)
    for name in types:
        for extension in FORMATS:
            with open(f"{folder}/{name}.{extension}", "wb") as file:
                file.write(urllib.request.urlopen(f"{root}/export/{name}.{extension}").read())


def shown(value, kind):
    """A cell as all tools could show it: numbers without zeros at the end, instants to the second, lines ended by a line feed."""
    if value is None or value == "":
        return ""
    text = str(value)
    if kind == "boolean":
        return {"1": "true", "0": "false"}.get(text, text.lower())
    if kind in ("integer", "number"):
        try:
            return f"{Decimal(text.replace(chr(0x2212), '-')).normalize():f}"  # gnumeric shows the minus sign of mathematics
        except InvalidOperation:
            return text
    if kind == "date":
        return re.sub(r"[T ]00:00:00.*", "", text)
    if kind == "datetime":
        return text[:19].replace(" ", "T")
    return re.sub(r"\r\n?", "\n", text)


def compare(files, read, tool, extension):
    csv.field_size_limit(10_000_000)
    with open(f"{files}/types", encoding="utf-8") as file:
        types = json.load(file)
    cells, others, headings, unread = 0, {}, set(), []
    for name, kinds in types.items():
        with open(f"{files}/{name}.json", encoding="utf-8") as file:
            expected = json.load(file, parse_float=Decimal)
        path = next((f"{read}/{candidate}" for candidate in (f"{name}.csv", f"{name}-{name[:31]}.csv") if os.path.exists(f"{read}/{candidate}")), None)
        rows = list(csv.reader(open(path, encoding="utf-8-sig", newline=""))) if path else []
        if len(rows) - 1 != len(expected) and expected:
            unread.append(f"{name} ({max(len(rows) - 1, 0)} of {len(expected)} rows)")
            continue
        for number, row in enumerate(expected, 1):
            headings |= set(row) - set(rows[0])
            found = rows[number] + [""] * (len(row) - len(rows[number]))
            for cell, kind, (column, value) in zip(found, kinds, row.items()):
                text = value if not isinstance(value, str) or extension != "csv" else re.sub(r"^(?=['=+\-@\t\r])(?![+-]?\d[\d.]*$)", "'", value)
                cells += 1
                if shown(cell, kind) != shown(text, kind):
                    others.setdefault(f"{column}: {cell!r} for {value!r}", name)
    print(f"{tool}, {extension}: {len(types) - len(unread)} of {len(types)} collections, {cells} cells, {len(others)} kinds of them other than in JSON" + (f", {len(headings)} headings changed" if headings else ""))
    for line in [f"unread: {one}" for one in unread[:5]] + [f"{name} {other}" for other, name in list(others.items())[:8]]:
        print(f"    {line}")


if __name__ == "__main__":
    {"fetch": fetch, "compare": compare}[sys.argv[1]](*sys.argv[2:])
