# SPDX-FileCopyrightText: Foresell contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""forecast_peers.py PROGRAM [MODEL [SERIES [ETS_SERIES]]]: seconds in which Foresell (PROGRAM is forecast_speed), LightGBM and
statsforecast's AutoETS forecast SERIES (30,000) daily series of a year 28 days ahead, in one run, 2 threads. LightGBM predicts
directly with the horizon as a feature: 600 trees of 64 leaves for the mean and for each of 2 quantiles, learnt beforehand on a
tenth of the series. AutoETS, which learns as it forecasts, takes ETS_SERIES (1,000) of them and is told by series. JSON out.
Needs lightgbm, numpy, pandas and statsforecast from PyPI."""
import json, os, subprocess, sys, time

import numpy as np

DAYS, AHEAD, LAGS = 365, 28, 56


def sales(count):
    series, day = np.arange(count)[:, None], np.arange(DAYS)[None, :]
    return np.round((1 + series % 90) * (1 + 0.3 * np.sin(day / 58.0) + 0.3 * np.sin(day * 0.8976 + series))).astype(np.float32)


def rows(values, origin):
    """Each series from one origin: a row for each day ahead."""
    window = values[:, origin - LAGS:origin]
    level = window.mean(1, keepdims=True) + 1
    week = window.reshape(len(values), -1, 7)
    base = np.concatenate([window / level, week.mean(2) / level, week.std(2) / level, level], 1)
    ahead = np.tile(np.arange(AHEAD, dtype=np.float32), len(values))[:, None]
    return np.concatenate([np.repeat(base, AHEAD, 0), ahead, (origin + ahead) % 7], 1)


def lightgbm_seconds(values):
    import lightgbm
    few = values[::10]
    origins = [DAYS - AHEAD, DAYS - 3 * AHEAD]
    x = np.concatenate([rows(few, origin) for origin in origins])
    y = np.concatenate([few[:, origin:origin + AHEAD].ravel() for origin in origins])
    shared = {"num_leaves": 64, "num_threads": 2, "verbose": -1, "learning_rate": 0.05}
    kinds = [{"objective": "tweedie"}, {"objective": "quantile", "alpha": 0.1}, {"objective": "quantile", "alpha": 0.9}]
    trees = [lightgbm.train({**shared, **kind}, lightgbm.Dataset(x, y), 600) for kind in kinds]
    begin = time.perf_counter()
    coming = rows(values, DAYS)
    for model in trees:
        model.predict(coming)
    return time.perf_counter() - begin


def ets_seconds(values):
    import pandas
    from statsforecast import StatsForecast
    from statsforecast.models import AutoETS
    def frame(part):
        return pandas.DataFrame({"unique_id": np.repeat(np.arange(len(part)), DAYS), "ds": np.tile(np.arange(DAYS), len(part)), "y": part.ravel()})
    forecaster = StatsForecast(models=[AutoETS(season_length=7)], freq=1, n_jobs=2)
    forecaster.forecast(df=frame(values[:4]), h=AHEAD, level=[80])  # compiles
    begin = time.perf_counter()
    forecaster.forecast(df=frame(values), h=AHEAD, level=[80])
    return time.perf_counter() - begin


if __name__ == "__main__":
    program, *rest = sys.argv[1:]
    model = rest[0] if rest else "lstm"
    count = int(rest[1]) if len(rest) > 1 else 30000
    ets_count = int(rest[2]) if len(rest) > 2 else 1000
    ours = json.loads(subprocess.run([program, model, str(count)], stdout=subprocess.PIPE, text=True, check=True).stdout)
    values = sales(count)
    ets = ets_seconds(values[:ets_count])
    print(json.dumps({"series": count, "days_ahead": AHEAD, "foresell": ours, "lightgbm_seconds": lightgbm_seconds(values),
                      "autoets_series": ets_count, "autoets_seconds": ets, "autoets_seconds_for_all": ets / ets_count * count,
                      "load": os.getloadavg()}))
