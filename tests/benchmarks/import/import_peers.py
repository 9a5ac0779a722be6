#!/usr/bin/env python3
# SPDX-FileCopyrightText: Foresell contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""import_peers.py PROGRAM [ROWS [FOLDER]]: what an import of Foresell (PROGRAM is import_speed) takes beside sqlite3's .import of
the same file, and beside reading it with DuckDB and with pandas and adding up the quantity by item, store and day; times over
Foresell's (above 1: Foresell is faster) and peaks of memory. JSON out. Needs duckdb and pandas from PyPI."""
import json, os, resource, subprocess, sys, time


def with_duckdb(path):
    import duckdb
    duckdb.sql("SET threads = 2")
    return duckdb.sql(f"SELECT sku, store, CAST(order_date AS DATE) AS day, sum(quantity) AS sold FROM read_csv('{path}') GROUP BY ALL").fetchnumpy()


def with_pandas(path):
    import pandas
    lines = pandas.read_csv(path, parse_dates=["order_date"])
    return lines.groupby(["sku", "store", lines.order_date.dt.normalize()], observed=True).quantity.sum()


if __name__ == "__main__":
    if sys.argv[1] in ("duckdb", "pandas"):
        begin = time.perf_counter()
        {"duckdb": with_duckdb, "pandas": with_pandas}[sys.argv[1]](sys.argv[2])
        print(json.dumps({"seconds": time.perf_counter() - begin, "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
        sys.exit()
    rows = sys.argv[2] if len(sys.argv) > 2 else "10000000"
    folder = sys.argv[3] if len(sys.argv) > 3 else "/tmp/foresell_import_speed"
    ours = json.loads(subprocess.run([sys.argv[1], rows, folder], stdout=subprocess.PIPE, text=True, check=True).stdout)
    for peer in ("duckdb", "pandas"):
        command = [sys.executable, __file__, peer, os.path.join(folder, f"sales_{rows}.csv")]
        ours[peer] = json.loads(subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout)
    ours["times_foresells"] = {peer: ours[peer]["seconds"] / ours["foresell"]["seconds"] for peer in ("sqlite3", "duckdb", "pandas")}
    print(json.dumps(ours, indent=2))
