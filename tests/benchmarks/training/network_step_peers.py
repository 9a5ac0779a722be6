# SPDX-FileCopyrightText: Foresell contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""network_step_peers.py PROGRAM [NETWORK...]: a training step of Foresell (PROGRAM is network_step) beside the same network in
PyTorch, eager and compiled, from the same first weights on the same batches, 2 threads, single precision: losses after 100
steps, then the median of 10 interleaved rounds of STEPS steps (COMPILED=0: eager alone). DEVICE=cuda measures a GPU, with
PRECISION=mixed in bfloat16 by autocast. JSON out. Needs torch and numpy from PyPI."""
import json, os, statistics, struct, subprocess, sys, tempfile, time

os.environ.setdefault("GOMP_SPINCOUNT", "10000")  # waiting threads of one must not take the cores of the other
import numpy as np
import torch
from torch import nn

torch.set_num_threads(2)
ROUNDS = 10
DEVICE, PRECISION = os.environ.get("DEVICE", "cpu"), os.environ.get("PRECISION", "single")


def read(path):
    data = open(path, "rb").read()
    size = struct.unpack("<Q", data[:8])[0]
    header = json.loads(data[8:8 + size])
    arrays = {}
    for name, entry in header.items():
        if name != "__metadata__" and entry["dtype"] == "F32":
            begin, end = entry["data_offsets"]
            values = np.frombuffer(data[8 + size + begin:8 + size + end], np.float32).reshape(entry["shape"])
            arrays[name] = torch.from_numpy(values.copy())
    return arrays


class Recurrent(nn.Module):
    def __init__(self, kind, a):
        super().__init__()
        hidden = a["encoder.recurrent_weight_0"].shape[1]
        self.cell = {"lstm": nn.LSTM, "gru": nn.GRU, "rnn": nn.RNN}[kind](16, hidden)
        self.last = nn.Linear(hidden, 28)
        with torch.no_grad():
            self.cell.weight_ih_l0.copy_(a["encoder.input_weight_0"])
            self.cell.weight_hh_l0.copy_(a["encoder.recurrent_weight_0"])
            if kind == "lstm":  # Foresell keeps one bias, so PyTorch's second is 0 and not learnt
                self.cell.bias_ih_l0.copy_(a["encoder.gate_bias_0"])
                self.cell.bias_hh_l0.zero_()
                self.cell.bias_hh_l0.requires_grad_(False)
            else:
                self.cell.bias_ih_l0.copy_(a["encoder.input_bias_0"])
                self.cell.bias_hh_l0.copy_(a["encoder.recurrent_bias_0"])

    def forward(self, past):
        return self.last(self.cell(past)[0][-1])


class Mlp(nn.Module):
    def __init__(self, a):
        super().__init__()
        hidden = a["encoder.layer_0.weight"].shape[0]
        self.layers = nn.ModuleList([nn.Linear(56 * 16, hidden)])
        while f"encoder.layer_{len(self.layers)}.weight" in a:
            self.layers.append(nn.Linear(hidden, hidden))
        self.last = nn.Linear(hidden, 28)
        with torch.no_grad():
            for i, layer in enumerate(self.layers):
                layer.weight.copy_(a[f"encoder.layer_{i}.weight"])
                layer.bias.copy_(a[f"encoder.layer_{i}.bias"])

    def forward(self, past):
        x = past.transpose(0, 1).reshape(past.shape[1], -1)
        x = nn.functional.gelu(self.layers[0](x))
        for layer in self.layers[1:]:
            x = x + nn.functional.gelu(layer(x))
        return self.last(x)


class Cnn(nn.Module):
    def __init__(self, a):
        super().__init__()
        hidden = a["encoder.first.weight"].shape[0]
        self.first = nn.Linear(16, hidden)
        self.blocks = nn.ModuleList()
        while f"encoder.block_{len(self.blocks)}.weight" in a:
            self.blocks.append(nn.Conv1d(hidden, hidden, 3, dilation=2 ** len(self.blocks)))
        self.last = nn.Linear(hidden, 28)
        with torch.no_grad():
            self.first.weight.copy_(a["encoder.first.weight"])
            self.first.bias.copy_(a["encoder.first.bias"])
            for i, block in enumerate(self.blocks):  # Foresell: the newest of the three periods first
                taps = a[f"encoder.block_{i}.weight"].view(hidden, 3, hidden).flip(1)
                block.weight.copy_(taps.permute(0, 2, 1))
                block.bias.copy_(a[f"encoder.block_{i}.bias"])

    def forward(self, past):
        x = nn.functional.gelu(self.first(past.transpose(0, 1))).transpose(1, 2)
        for block in self.blocks:
            padded = nn.functional.pad(x, (2 * block.dilation[0], 0))
            x = x + nn.functional.gelu(block(padded))
        return self.last(x[:, :, -1])


def build(kind, arrays):
    net = Mlp(arrays) if kind == "mlp" else Cnn(arrays) if kind == "cnn" else Recurrent(kind, arrays)
    with torch.no_grad():
        net.last.weight.copy_(arrays["last.weight"])
        net.last.bias.copy_(arrays["last.bias"])
    return net


class Peer:
    def __init__(self, kind, arrays, compiled):
        self.net = build(kind, arrays).to(DEVICE)
        self.run_net = torch.compile(self.net) if compiled else self.net
        self.past = [arrays[f"past_{i}"].to(DEVICE) for i in range(8)]
        self.target = [arrays[f"target_{i}"].to(DEVICE) for i in range(8)]
        learnt = [p for p in self.net.parameters() if p.requires_grad]
        self.learnt = learnt
        self.optimizer = torch.optim.AdamW(learnt, lr=1e-3, betas=(0.9, 0.99), eps=1e-8, weight_decay=0.01, fused=True)
        self.step = 0

    def run(self, steps):
        losses = []
        begin = time.perf_counter()
        for _ in range(steps):
            at = self.step % 8
            self.step += 1
            self.optimizer.zero_grad(set_to_none=True)
            with torch.autocast(DEVICE, torch.bfloat16, enabled=PRECISION == "mixed"):
                loss = nn.functional.mse_loss(self.run_net(self.past[at]), self.target[at])
            loss.backward()
            nn.utils.clip_grad_norm_(self.learnt, 1.0)
            self.optimizer.step()
            losses.append(loss.detach())
        told = torch.stack(losses).tolist()
        return {"seconds": time.perf_counter() - begin, "losses": told}


class Foresell:
    def __init__(self, program, kind, path, hidden, layers):
        self.process = subprocess.Popen([program, kind, path, str(hidden), str(layers), DEVICE, PRECISION], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True)
        self.process.stdout.readline()

    def run(self, steps):
        self.process.stdin.write(f"{steps}\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())


def measure(program, kind):
    hidden, layers = (512, 2) if kind == "mlp" else (128, 1)
    steps = int(os.environ.get("STEPS", "60" if kind == "mlp" else "20"))
    with tempfile.NamedTemporaryFile() as file:
        ours = Foresell(program, kind, file.name, hidden, layers)
        arrays = read(file.name)
    peers = {"foresell": ours, "eager": Peer(kind, arrays, False)}
    if os.environ.get("COMPILED", "1") == "1":
        peers["compiled"] = Peer(kind, arrays, True)
    losses = {name: peer.run(100)["losses"] for name, peer in peers.items()}
    times = {name: [] for name in peers}
    for _ in range(ROUNDS):
        for name, peer in peers.items():
            times[name].append(peer.run(steps)["seconds"] / steps * 1000)
    ours.process.stdin.close()
    median = {name: statistics.median(values) for name, values in times.items()}
    faster = min(value for name, value in median.items() if name != "foresell")
    return {"network": kind, "device": DEVICE, "precision": PRECISION, "ms_a_step": median, "least_ms": {name: min(values) for name, values in times.items()},
            "times_the_faster": faster / median["foresell"],
            "largest_loss_difference": max(abs(a - b) for name in peers for a, b in zip(losses["foresell"], losses[name])),
            "loss_first_last": [losses["foresell"][0], losses["foresell"][-1]], "load": os.getloadavg()}


if __name__ == "__main__":
    for network in sys.argv[2:] or ["lstm", "gru", "rnn", "mlp", "cnn"]:
        print(json.dumps(measure(sys.argv[1], network)), flush=True)
