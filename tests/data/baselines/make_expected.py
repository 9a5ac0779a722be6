#!/usr/bin/env python3
# SPDX-FileCopyrightText: Foresell contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the figures that tests/core/baselines compares with: make_expected.py FOLDER    (needs statsforecast)

series.csv    50 generated series: name, season, values (multiples of 1/8, exact as float), joined by spaces
expected.csv  12 forecasts a series and method by statsforecast: series, method, values
ets.csv       every ETS form of the series that AutoETS would try: series, form, -2 log likelihood, AICc, chosen (0 or 1)
versions.txt  the versions that gave the figures
"""
import platform, sys, warnings
import numpy as np, scipy, statsforecast
from statsforecast import models as sf
from statsforecast.ets import ets_f

HORIZON = 12


def generated():
    rng = np.random.default_rng(20261124)
    for i in range(50):
        season = 7 if i % 2 == 0 else 12
        n = int(rng.integers(4 * season, 16 * season))
        t = np.arange(n)
        wave = np.sin(2 * np.pi * (t + i) / season) + 0.5 * np.cos(4 * np.pi * t / season)
        level = 20 + 10 * (i % 5)
        noise = rng.normal(size=n)
        kind = i // 10
        if kind == 0:  # level and season
            y = level + 0.3 * level * wave + 0.1 * level * noise
        elif kind == 1:  # trend and growing season
            y = (level + 0.4 * t) * (1 + 0.3 * wave) * np.exp(0.08 * noise)
        elif kind == 2:  # random walk, no season
            y = np.maximum(level + np.cumsum(2 * noise), 1)
        elif kind == 3:  # intermittent
            y = (rng.random(n) < 0.15 + 0.05 * (i % 5)) * rng.integers(1, 9, n)
            y[0] += y.sum() == 0
        else:  # counts with season, zeros among them
            y = rng.poisson(np.maximum(3 + 2 * wave + 0.02 * t, 0.2))
        yield f"s{i:02}", season, np.round(8 * y) / 8


def text(values):
    return " ".join(f"{v:.10g}" for v in values)


def methods(season):
    return {"naive": sf.Naive(), "drift": sf.RandomWalkWithDrift(), "croston": sf.CrostonClassic(), "sba": sf.CrostonSBA(),
            "tsb": sf.TSB(0.2, 0.2), "adida": sf.ADIDA(), "imapa": sf.IMAPA(), "theta": sf.Theta(season_length=season),
            "optimized_theta": sf.OptimizedTheta(season_length=season), "ets": sf.AutoETS(season_length=season), "mstl": sf.MSTL(season_length=season)}


def forms(y, season):
    for error in "AM":
        for trend, damped in (("N", False), ("A", False), ("A", True)):
            for seasonal in "NAM":
                if (error, seasonal) == ("A", "M") or ((error == "M" or seasonal == "M") and y.min() <= 0):
                    continue
                try:
                    fit = ets_f(y, season, model=error + trend + seasonal, damped=damped)
                except Exception:  # too short for the form
                    continue
                yield error + trend + ("d" if damped else "") + seasonal, -2 * fit["loglik"], fit["aicc"]


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    folder = sys.argv[1]
    out = {name: open(f"{folder}/{name}.csv", "w") for name in ("series", "expected", "ets")}
    out["series"].write("series,season,values\n")
    out["expected"].write("series,method,values\n")
    out["ets"].write("series,form,deviance,aicc,chosen\n")
    for name, season, y in generated():
        out["series"].write(f"{name},{season},{text(y)}\n")
        for method, model in methods(season).items():
            out["expected"].write(f"{name},{method},{text(model.forecast(y, HORIZON)['mean'])}\n")
        found = list(forms(y, season))
        best = min(f[2] for f in found)
        for form, deviance, aicc in found:
            out["ets"].write(f"{name},{form},{deviance:.8g},{aicc:.8g},{int(aicc == best)}\n")
    with open(f"{folder}/versions.txt", "w") as f:
        f.write(f"statsforecast {statsforecast.__version__}\nnumpy {np.__version__}\nscipy {scipy.__version__}\nPython {platform.python_version()}\n")
