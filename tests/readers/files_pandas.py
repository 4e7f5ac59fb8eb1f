"""Reads all files of a format here by pandas, and writes what was read as CSV into a folder."""
import glob
import os
import sys

import pandas

extension, folder = sys.argv[1:]
READ = {
    "csv": lambda file: pandas.read_csv(file, dtype={"code": str}, keep_default_na=False, na_values=[""], float_precision="round_trip"),
    "json": lambda file: pandas.read_json(file, dtype=False, convert_dates=False, precise_float=True),
    "ndjson": lambda file: pandas.read_json(file, lines=True, dtype=False, convert_dates=False, precise_float=True),
    "xlsx": lambda file: pandas.read_excel(file, dtype={"code": str}, keep_default_na=False, na_values=[""]),
}
for file in glob.glob(f"*.{extension}"):
    name = os.path.splitext(file)[0]
    try:
        READ[extension](file).to_csv(f"{folder}/{name}.csv", index=False)
    except ValueError as error:
        print(f"{file}: {error}")
