#!/usr/bin/env python3
"""Makes the conditional parity fixture: python3 src/test/oracle/make_conditional_fixture.py ../shared/oracle/families.py FIXTURE.json

As make_dcgan_fixture.py does, for the conditional pairs, dense and convolutional: weights, images, noises and labels come from a
formula, written once more in FamilyCase.java; the expected values come from the float64 reference, and for each planted change from
a copy of it with that one change. Needs Debian's python3-torch and numpy.
"""
import contextlib, io, json, os, sys, tempfile
import numpy as np
from make_fixture import between, sampled, short

WIDTH, CLASSES, STEPS, HALF, BATCH = 8, 10, 5, 32, 64
FAKES = "F64(c['z_d'][s]), yr, False"

PLANTED = {  # name: (text of the reference, what stands there instead); the first five are row K5
    "labels below the last class": [("c['g_labels'][s]; h", "c['g_labels'][s] % 9; h")],
    "one label for the whole batch": [("c['real_labels'][s], c['g_labels'][s]; h", "c['real_labels'][s] * 0 + c['real_labels'][s][0], c['g_labels'][s] * 0 + c['g_labels'][s][0]; h")],
    "no label for the generator": [("h = torch.cat([z, onehot(y)], 1)", "h = torch.cat([z, 0 * onehot(y)], 1)")],
    "no label for the discriminator": [("h = torch.cat([x, onehot(y)], 1)", "h = torch.cat([x, 0 * onehot(y)], 1)"), ("h = torch.cat([h, onehot(y)", "h = torch.cat([h, 0 * onehot(y)")],
    "labels shuffled against their images": [("y2 = np.concatenate([yr, yr])", "y2 = np.concatenate([np.roll(yr, 1), yr])")],
    "the label as one number": [("onehot = lambda y: F.one_hot(torch.tensor(y, dtype=torch.int64), 10).to(T)", "onehot = lambda y: F.pad(torch.tensor(y, dtype=T)[:, None], (0, 9))")],
    "labels of their own for the fakes": [(FAKES, "F64(c['z_d'][s]), yg[:h], False"), ("y2 = np.concatenate([yr, yr])", "y2 = np.concatenate([yr, yg[:h]])")],
    "labels before the noise": [("h = torch.cat([z, onehot(y)], 1)", "h = torch.cat([onehot(y), z], 1)")],
    "labels before the pixels": [("h = torch.cat([x, onehot(y)], 1)", "h = torch.cat([onehot(y), x], 1)"), ("h = torch.cat([h, onehot(y).view(-1, 10, 1, 1).expand(-1, 10, 28, 28)], 1)", "h = torch.cat([onehot(y).view(-1, 10, 1, 1).expand(-1, 10, 28, 28), h], 1)")],
    "planes on the padding too": [("F.pad(h, (1, 2, 1, 2))", "torch.cat([F.pad(h[:, :1], (1, 2, 1, 2)), F.pad(h[:, 1:], (1, 2, 1, 2), mode='replicate')], 1) if k == 0 else F.pad(h, (1, 2, 1, 2))")],
}


def case(source, model, classes=CLASSES, loss="bce"):
    scope = {}
    exec(source[source.index("def shapes("):source.index("def make(")], scope)
    tensors = {}
    for name, shape in scope["shapes"](model, WIDTH, classes).items():
        if isinstance(shape, int):
            for key, low, high in (("gamma", 0.9, 1.1), ("beta", -0.1, 0.1), ("mean", -0.1, 0.1), ("var", 0.9, 1.1)):
                tensors[f"{name}_{key}"] = ((shape,), low, high)
        elif len(shape) == 1:
            tensors[name] = (shape, -0.05, 0.05)
        else:
            limit = (6 / ((shape[0] + shape[1]) * np.prod(shape[2:]))) ** 0.5
            tensors[name] = (shape, -limit, limit)
    c = dict(model=model, width=WIDTH, classes=classes, loss=loss)
    for i, name in enumerate(sorted(tensors)):
        shape, low, high = tensors[name]
        c[name] = between(300 + i, shape, low, high)
    c["real"] = between(290, (STEPS, HALF, 784), -1, 1)
    c["z_d"] = between(291, (STEPS, HALF, 100), -1.5, 0.5)
    c["z_g"] = between(292, (STEPS, BATCH, 100), -1.5, 0.5)
    c["real_labels"] = between(293, (STEPS, HALF), 0, CLASSES).astype(np.int32)
    c["g_labels"] = between(294, (STEPS, BATCH), 0, CLASSES).astype(np.int32)
    c["alpha"] = between(295, (STEPS, HALF), 0, 1)
    return c


def run(source, changes, given, expected):
    for old, new in changes:
        assert old in source, old
        source = source.replace(old, new)
    sys.argv = ["families.py", "run", given, expected]
    with contextlib.redirect_stdout(io.StringIO()):
        exec(compile(source, "families.py", "exec"), {"__name__": "__main__", "__file__": "families.py"})
    e = dict(np.load(expected))
    return {
        "discriminator": [short(x) for x in e["d_loss"]],
        "generator": [short(x) for x in e["g_loss"]],
        "gradients": {k[7:]: sampled(e[k]) for k in e if k.startswith(("d_grad_", "g_grad_"))},
        "weights": {k: sampled(e[k]) for k in e if k[:2] in ("G_", "D_")},
    }


def main():
    source, target = open(sys.argv[1]).read(), sys.argv[2]
    fixture = {}
    with tempfile.TemporaryDirectory() as folder:
        given, expected = (os.path.join(folder, name) for name in ("case.npz", "expected.npz"))
        for model in ("dense", "dcgan"):
            np.savez(given, **case(source, model))
            fixture[model] = {"truth": run(source, (), given, expected), "planted": {}}
            print(model, fixture[model]["truth"]["generator"][:3], flush=True)
            for name, changes in PLANTED.items():
                if model == "dense" and "planes" in name:
                    continue
                planted = run(source, changes, given, expected)
                fixture[model]["planted"][name] = {k: planted[k] for k in ("discriminator", "generator")}
                print(model, name, planted["generator"][:3], flush=True)
    with open(target, "w") as f:
        json.dump(fixture, f, indent=None, separators=(",", ":"))


if __name__ == "__main__":
    main()
