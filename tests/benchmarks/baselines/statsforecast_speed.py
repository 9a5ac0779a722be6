#!/usr/bin/env python3
# SPDX-FileCopyrightText: Foresell contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times statsforecast on the series of local_method_speed, after a warm-up: statsforecast_speed.py SERIES.csv CORES"""
import json, resource, sys, time
import numpy as np, pandas as pd
from statsforecast import StatsForecast
from statsforecast.models import AutoETS, OptimizedTheta, Theta


def frame(rows):
    return pd.DataFrame({"unique_id": np.repeat(np.arange(len(rows)), len(rows[0])), "ds": np.tile(np.arange(len(rows[0])), len(rows)),
                         "y": np.concatenate(rows)})


def processor():
    return sum(r.ru_utime + r.ru_stime for r in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))


if __name__ == "__main__":
    rows = [np.array(line.split(), float) for line in open(sys.argv[1])]
    out = {"series": len(rows)}
    for name, model in (("ets", AutoETS), ("theta", Theta), ("optimized_theta", OptimizedTheta)):
        job = StatsForecast(models=[model(season_length=12)], freq=1, n_jobs=int(sys.argv[2]))
        job.forecast(df=frame(rows[:8]), h=12, level=[80])
        begin, spent = time.perf_counter(), processor()
        job.forecast(df=frame(rows), h=12, level=[80])
        out[name] = {"seconds": time.perf_counter() - begin, "processor_seconds": processor() - spent}
    print(json.dumps(out))
