#!/usr/bin/env python3
# SPDX-FileCopyrightText: Foresell contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Does what the default recipe does with pandas and with DuckDB, on lines already in memory: cleaning_speed.py LINES.csv.

Repeats; cancellations with the latest earlier sale of the same customer, item, place and quantity; returns; prices of zero;
codes that are no products; lines far above the item's median (MAD on the logarithm)."""
import json, resource, sys, time
import duckdb
import numpy as np
import pandas as pd


def processor():
    use = resource.getrusage(resource.RUSAGE_SELF)
    return use.ru_utime + use.ru_stime


def timed(work):
    begin, spent = time.perf_counter(), processor()
    kept = work()
    return {"seconds": time.perf_counter() - begin, "processor_seconds": processor() - spent, "kept": int(kept)}


def with_pandas(lines):
    lines = lines.drop_duplicates()
    is_cancel = lines.ord.str.startswith("C") & lines.ord.str.slice(1, 2).str.isdigit()
    cancels, sales = lines[is_cancel], lines[~is_cancel]
    key = ["cust", "item", "place", "amount"]
    left = cancels.assign(amount=-cancels.qty, t=cancels.day.astype("int64") * 86400 + cancels.sec, id=cancels.index).sort_values("t")
    right = sales[sales.qty > 0]
    right = right.assign(amount=right.qty, t=right.day.astype("int64") * 86400 + right.sec, sale=right.index).sort_values("t")
    pairs = pd.merge_asof(left[key + ["t", "id"]], right[key + ["t", "sale"]], on="t", by=key)
    lines = sales.drop(pairs.sale.dropna().astype("int64").unique())
    lines = lines[lines.qty >= 0]
    lines = lines[lines.price > 0]
    codes = pd.Series(lines.item.unique())
    fees = codes[codes.str.match(r"(POST|POSTAGE|SHIPPING|VOUCHER.*|DISCOUNT)$")]
    lines = lines[~lines.item.isin(fees)]
    log = np.log(lines.qty)
    item = lines.item.astype("category").cat.codes
    middle = log.groupby(item).transform("median")
    spread = ((log - middle).abs().groupby(item).transform("median") * 1.4826).clip(lower=0.35)
    bulk = (lines.qty >= 12) & (log - middle >= np.log(60)) & (log - middle >= 5 * spread)
    lines = lines[~bulk & lines.qty.notna()]
    week = lines.groupby(lines.day // 7)[["qty"]].sum()
    return len(lines) + 0 * len(week)


SQL = r"""
create or replace temp table step1 as select ord, day, sec, item, place, cust, qty, price, day::bigint * 86400 + sec as t,
    row_number() over () as id from (select distinct ord, day, sec, item, place, cust, qty, price from lines);
create or replace temp table cancels as select * from step1 where regexp_matches(ord, '^C[0-9]');
create or replace temp table sales as select * from step1 where not regexp_matches(ord, '^C[0-9]');
create or replace temp table taken as select distinct s.id from cancels c asof join (select * from sales where qty > 0) s
    on c.cust = s.cust and c.item = s.item and c.place = s.place and -c.qty = s.qty and c.t >= s.t;
create or replace temp table step4 as select * from sales anti join taken using (id)
    where qty >= 0 and price > 0 and not regexp_matches(item, '^(POST|POSTAGE|SHIPPING|VOUCHER.*|DISCOUNT)$');
create or replace temp table usual as select item, median(ln(qty)) as middle, greatest(0.35, 1.4826 * mad(ln(qty))) as spread
    from step4 group by item;
create or replace temp table kept as select s.* from step4 s join usual u using (item)
    where not (qty >= 12 and ln(qty) - middle >= ln(60) and ln(qty) - middle >= 5 * spread);
"""


def with_duckdb(connection):
    connection.execute(SQL)
    connection.execute("select day // 7, sum(qty) from kept group by 1").fetchall()
    return connection.execute("select count(*) from kept").fetchone()[0]


if __name__ == "__main__":
    lines = pd.read_csv(sys.argv[1], dtype={"ord": str, "item": str})
    connection = duckdb.connect()
    connection.execute("set threads = 1")
    connection.execute(f"create table lines as select * from read_csv_auto('{sys.argv[1]}', types = {{'ord': 'VARCHAR'}})")
    print(json.dumps({"pandas": timed(lambda: with_pandas(lines)), "duckdb": timed(lambda: with_duckdb(connection)),
                      "versions": {"pandas": pd.__version__, "duckdb": duckdb.__version__}}))
