#!/usr/bin/env python3
"""Makes the committed parity fixture: python3 src/test/oracle/make_fixture.py ../shared/oracle/oracle.py FIXTURE.json

Weights, real images and noises come from a formula (SplitMix64's finaliser), written once more in ParityCase.java, so that
no data needs to be kept. The expected values come from the float64 reference. For each planted change the same values come
from a copy of the reference with that one change: the parity test must tell every one of them from the truth.
"""
import json, sys
import numpy as np

STEPS, HALF, BATCH = 20, 32, 64
G, D = (100, 256, 512, 1024, 784), (784, 1024, 256, 1)
SAMPLES = 12

PLANTED = {  # name: (text of the reference, what stands there instead)
    "moving average 0.9": [("* 0.8 + mu * 0.2", "* 0.9 + mu * 0.1"), ("* 0.8 + va * 0.2", "* 0.9 + va * 0.1")],
    "batch norm epsilon 1e-5": [("A, EPS = 0.2, 1e-3", "A, EPS = 0.2, 1e-5")],
    "unbiased variance": [("* 0.8 + va * 0.2", "* 0.8 + va * (len(y) / (len(y) - 1)) * 0.2")],
    "training-mode fakes": [("fake, _ = s.gen(z_d, False)", "fake, _ = s.gen(z_d, True)")],
    "inference-mode generator step": [("o, cg = s.gen(z_g, True)", "o, cg = s.gen(z_g, False)")],
    "swapped labels": [("np.ones((len(real), 1)), np.zeros((len(fake), 1))", "np.zeros((len(real), 1)), np.ones((len(fake), 1))")],
    "generator label 0": [("s.bce(p, np.ones_like(p))", "s.bce(p, np.zeros_like(p))")],
    "discriminator not frozen": [("_, dx = s.disc_back(d, c)", "gd2, dx = s.disc_back(d, c); s.adam('D', gd2)")],
    "beta1 0.9": [("s.m[k] = 0.5 * s.m[k] + 0.5 * g[k]", "s.m[k] = 0.9 * s.m[k] + 0.1 * g[k]"), ("(1 - 0.5 ** t)", "(1 - 0.9 ** t)")],
    "beta2 0.99": [("s.v[k] = 0.999 * s.v[k] + 0.001", "s.v[k] = 0.99 * s.v[k] + 0.01"), ("(1 - 0.999 ** t)", "(1 - 0.99 ** t)")],
    "Adam epsilon 1e-5": [("+ 1e-7)", "+ 1e-5)")],
    "leaky slope 0.01": [("A, EPS = 0.2, 1e-3", "A, EPS = 0.01, 1e-3")],
    "no bias correction": [("* np.sqrt(1 - 0.999 ** t) / (1 - 0.5 ** t)", "")],
    "learning rate 1e-4": [("lr = 2e-4", "lr = 1e-4")],
    "no learning rate decay": [("(1 + 8e-8 * it)", "1")],
}

def uniform(stream, count):
    """count numbers in [0, 1): SplitMix64's finaliser of stream * 2^32 + index."""
    with np.errstate(over="ignore"):
        z = np.uint64(stream) * np.uint64(1 << 32) + np.arange(1, count + 1, dtype=np.uint64)
        z = z * np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        z = z ^ (z >> np.uint64(31))
    return (z >> np.uint64(11)).astype(np.float64) * 2.0 ** -53

def between(stream, shape, low, high):
    return (low + (high - low) * uniform(stream, int(np.prod(shape)))).reshape(shape).astype(np.float32)

def case(steps):
    c = {}
    for k in range(4):
        limit = (6 / (G[k] + G[k + 1])) ** 0.5
        c[f"G_W{k}"] = between(10 + k, (G[k], G[k + 1]), -limit, limit)
        c[f"G_b{k}"] = between(20 + k, G[k + 1], -0.05, 0.05)
    for k in range(3):
        n = G[k + 1]
        c[f"G_gamma{k}"] = between(30 + k, n, 0.9, 1.1)
        c[f"G_beta{k}"] = between(40 + k, n, -0.1, 0.1)
        c[f"G_mean{k}"] = between(50 + k, n, -0.1, 0.1)
        c[f"G_var{k}"] = between(60 + k, n, 0.9, 1.1)
        limit = (6 / (D[k] + D[k + 1])) ** 0.5
        c[f"D_W{k}"] = between(70 + k, (D[k], D[k + 1]), -limit, limit)
        c[f"D_b{k}"] = between(80 + k, D[k + 1], -0.05, 0.05)
    c["real"] = between(90, (steps, HALF, 784), -1, 1)
    c["z_d"] = between(91, (steps, HALF, 100), -1.5, 0.5)
    c["z_g"] = between(92, (steps, BATCH, 100), -1.5, 0.5)
    return c

def reference(source, changes=()):
    for old, new in changes:
        assert old in source, old
        source = source.replace(old, new)
    module = {"__name__": "reference"}
    exec(compile(source, "oracle.py", "exec"), module)
    return module

def sampled(tensor):
    flat = np.asarray(tensor, np.float64).reshape(-1)
    at = [(i * 7919) % flat.size for i in range(SAMPLES)]
    return {"largest": short(np.abs(flat).max()), "norm": short(np.sqrt((flat ** 2).sum())), "values": [short(flat[i]) for i in at]}

def short(x):
    return float(f"{x:.9g}")

def run(module, start_at, steps):
    c = case(steps)
    gan = module["Gan"](c)
    gan.t = {"G": start_at, "D": start_at}
    out = {"discriminator": [], "generator": []}
    for i in range(steps):
        dl, gl, gd, gg = gan.step(*(np.asarray(c[k][i], np.float64) for k in ("real", "z_d", "z_g")))
        out["discriminator"].append(dl)
        out["generator"].append(gl)
        if i == 0:
            out["gradients"] = {k: sampled(v) for k, v in {**gd, **gg}.items()}
    out["weights"] = {k: sampled(v) for k, v in gan.w.items()}
    return out

def main():
    source = open(sys.argv[1]).read()
    fixture = {"truth": run(reference(source), 0, STEPS), "late": run(reference(source), 12_500_000, 3), "planted": {}}
    for name, changes in PLANTED.items():
        late = name == "no learning rate decay"  # 8e-8 per step is seen only late
        fixture["planted"][name] = run(reference(source, changes), 12_500_000 if late else 0, 3 if late else STEPS)
        del fixture["planted"][name]["gradients"]
        print(name, [round(x, 5) for x in fixture["planted"][name]["generator"][:3]])
    with open(sys.argv[2], "w") as f:
        json.dump(fixture, f, indent=None, separators=(",", ":"))

if __name__ == "__main__":
    main()
