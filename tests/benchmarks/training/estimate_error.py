# SPDX-FileCopyrightText: Foresell contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""estimate_error.py FORESELL_CLI PROJECT [OPTIONS...]: what `train --estimate` says beside what the same training takes, as
ratios (estimate over truth) of seconds and of peak memory, for each network named in MODELS (lstm,gru,mlp,cnn). The number of
epochs is fixed, since a training that stops early takes less. JSON out."""
import json, os, subprocess, sys

program, project, more = sys.argv[1], sys.argv[2], sys.argv[3:]


def ask(*arguments):
    done = subprocess.run([program, *arguments, "--json", "--quiet"], stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout)


for model in os.environ.get("MODELS", "lstm,gru,mlp,cnn").split(","):
    options = ["--model", model, "--epochs", "4", "--patience", "4", *more]
    told = ask("train", project, "--estimate", *options)
    was = ask("train", project, *options)
    print(json.dumps({"model": model, "seconds": [told["seconds"], was["seconds"]],
                      "memory": [told["memory_bytes"], was["peak_memory_bytes"]],
                      "seconds_ratio": told["seconds"] / was["seconds"],
                      "memory_ratio": told["memory_bytes"] / max(1, was["peak_memory_bytes"]),
                      "load": os.getloadavg()}), flush=True)
