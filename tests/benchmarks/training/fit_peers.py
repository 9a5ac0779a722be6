# SPDX-FileCopyrightText: Foresell contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""fit_peers.py PROGRAM [MODEL]: a whole training and forecast of Foresell (PROGRAM is training_speed) and of neuralforecast on
the same 500 daily series of 1,000 days: hidden size 128, as many steps of 256 windows of 56 days, 28 days ahead with quantiles,
2 threads (or, with DEVICE=cuda, on the GPU); seconds, peak memory of the process and the error of the median on the 28 days that follow. JSON out. The peer runs
in a process of its own. Needs neuralforecast from PyPI."""
import json, math, os, resource, subprocess, sys, time

SERIES, DAYS, AHEAD = 500, 1000, 28


def sold(series, day):
    wave = 1 + 0.3 * math.sin(day / 58.0) + 0.3 * math.sin(day * 0.8976 + series)
    return round((10 + series % 90) * wave)


def peer(model, steps):
    import pandas, torch
    from neuralforecast import NeuralForecast
    from neuralforecast import models
    from neuralforecast.losses.pytorch import MQLoss
    torch.set_num_threads(2)
    begin = time.perf_counter()
    days = pandas.date_range("2013-01-01", periods=DAYS)
    frame = pandas.DataFrame({"unique_id": [s for s in range(SERIES) for _ in range(DAYS)], "ds": list(days) * SERIES,
                              "y": [float(sold(s, d)) for s in range(SERIES) for d in range(DAYS)]})
    common = dict(h=AHEAD, input_size=56, max_steps=steps, windows_batch_size=256, batch_size=32, scaler_type="standard",
                  loss=MQLoss(quantiles=[0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975]), accelerator=os.environ.get("DEVICE", "cpu"),
                  enable_progress_bar=False, logger=False, enable_checkpointing=False, random_seed=1)
    made = {"lstm": lambda: models.LSTM(encoder_hidden_size=128, encoder_n_layers=1, **common),
            "gru": lambda: models.GRU(encoder_hidden_size=128, encoder_n_layers=1, **common),
            "mlp": lambda: models.MLP(hidden_size=256, num_layers=2, **common)}[model]()
    forecast = NeuralForecast(models=[made], freq="D")
    fitted = time.perf_counter()
    forecast.fit(frame)
    fit = time.perf_counter() - fitted
    table = forecast.predict()
    median = next(c for c in table.columns if "median" in c or "0.5" in c)
    error = total = 0.0
    for number, row in enumerate(table.sort_values(["unique_id", "ds"])[median]):
        truth = sold(number // AHEAD, DAYS + number % AHEAD)
        error, total = error + abs(truth - row), total + truth
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(json.dumps({"fit_seconds": fit, "all_seconds": time.perf_counter() - begin, "peak_memory_bytes": peak,
                      "wape": error / total}))


if __name__ == "__main__":
    if sys.argv[1] == "peer":
        peer(sys.argv[2], int(sys.argv[3]))
        sys.exit()
    model = sys.argv[2] if len(sys.argv) > 2 else "lstm"
    epochs = int(os.environ.get("EPOCHS", "4"))
    hidden = "256" if model == "mlp" else "128"
    ours = json.loads(subprocess.run([sys.argv[1], model, hidden, "2", str(epochs)], stdout=subprocess.PIPE, text=True).stdout)
    answer = subprocess.run([sys.executable, __file__, "peer", model, str(ours["steps"])], stdout=subprocess.PIPE, text=True).stdout
    theirs = json.loads(answer.strip().splitlines()[-1])
    print(json.dumps({"model": model, "steps": ours["steps"], "foresell": {k: ours[k] for k in (
        "fit_seconds", "predict_500_series_seconds", "peak_memory_bytes")}, "neuralforecast": theirs,
        "times_faster": theirs["fit_seconds"] / ours["fit_seconds"],
        "share_of_memory": ours["peak_memory_bytes"] / theirs["peak_memory_bytes"], "load": os.getloadavg()}))
