#!/usr/bin/env python3
"""Makes the convolutional parity fixture: python3 src/test/oracle/make_dcgan_fixture.py ../shared/oracle/families.py FIXTURE.json

As make_fixture.py does for the tutorial's networks: weights, images and noises come from the same formula, written once more
in DcganCase.java; the expected values come from the float64 reference, and for each planted change from a copy of it with that
one change. Needs Debian's python3-torch and numpy.
"""
import json, os, subprocess, sys, tempfile
import numpy as np
from make_fixture import between, sampled, short

WIDTH, STEPS, HALF, BATCH = 8, 10, 32, 64

PLANTED = {  # name: (text of the reference, what stands there instead)
    "convolution padded 2 before and 1 after": [("F.pad(h, (1, 2, 1, 2))", "F.pad(h, (2, 1, 2, 1))")],
    "transposed convolution cropped 2 before": [("[:, :, 1:15, 1:15]", "[:, :, 2:16, 2:16]")],
    "last convolution cropped 2 before": [("[:, :, 1:29, 1:29]", "[:, :, 2:30, 2:30]")],
    "flipped kernels of the convolutions": [("w[f'D_conv{k}_W'], w[f'D_conv{k}_b']", "w[f'D_conv{k}_W'].flip(2, 3), w[f'D_conv{k}_b']")],
    "flipped kernels of a transposed convolution": [("F.conv_transpose2d(h, w['G_conv0_W']", "F.conv_transpose2d(h, w['G_conv0_W'].flip(2, 3)")],
    "norm for each pixel": [("axes = [0] if h.dim() == 2 else [0, 2, 3]", "axes = [0]"), ("view = (1, -1) if h.dim() == 2 else (1, -1, 1, 1)", "view = (1, -1) if h.dim() == 2 else (1, -1, *(h.shape[2:] if train else (1, 1)))"),
        ("with torch.no_grad(): w[n + 'mean'] =", "with torch.no_grad(): mu_, va_ = (mu, va) if h.dim() == 2 else (mu.mean([1, 2]), va.mean([1, 2])); w[n + 'mean'] ="),
        ("* momentum + mu * (1 - momentum)", "* momentum + mu_ * (1 - momentum)"), ("* momentum + va * (1 - momentum)", "* momentum + va_ * (1 - momentum)"),
        ("* w[n + 'gamma'].view(view) + w[n + 'beta'].view(view)", "* w[n + 'gamma'].view((1, -1) if h.dim() == 2 else (1, -1, 1, 1)) + w[n + 'beta'].view((1, -1) if h.dim() == 2 else (1, -1, 1, 1))")],
    "norm of the dense layer over its pixels": [("leaky(norm(h @ w['G_dense0_W'], 0, train))", "leaky(norm0(h @ w['G_dense0_W'], train))"),
        ("    leaky = lambda h:", "    def norm0(h, train):\n        y = h.view(len(h), 4 * f, 49); n = 'G_norm0_'; y = (y - y.mean([0, 2], keepdim=True)) / torch.sqrt(y.var([0, 2], unbiased=False, keepdim=True) + 1e-3) if train else (y - w[n + 'mean'].view(1, 4 * f, 49)) / torch.sqrt(w[n + 'var'].view(1, 4 * f, 49) + 1e-3); return y.reshape(len(h), -1) * w[n + 'gamma'] + w[n + 'beta']\n    leaky = lambda h:")],
    "momentum 0.9": [("else (0.3, 0.99)", "else (0.3, 0.9)")],
    "leaky slope 0.2": [("else (0.3, 0.99)", "else (0.2, 0.99)")],
    "no bias in the convolutions": [(", w[f'D_conv{k}_b'], stride=2", ", w[f'D_conv{k}_b'] * 0, stride=2")],
    "unbiased variance": [("w[n + 'var'] * momentum + va * (1 - momentum)", "w[n + 'var'] * momentum + h.var(axes) * (1 - momentum)")],
    "flattened channels last": [("h.reshape(len(h), -1) @ w['D_dense0_W']", "h.permute(0, 2, 3, 1).reshape(len(h), -1) @ w['D_dense0_W']")],
    "reshaped channels last": [(".view(-1, 4 * f, 7, 7)", ".view(-1, 7, 7, 4 * f).permute(0, 3, 1, 2)")],
    "no batch norm behind the first transposed convolution": [("leaky(norm(F.conv_transpose2d(h, w['G_conv0_W'], padding=2), 1, train))", "leaky(F.conv_transpose2d(h, w['G_conv0_W'], padding=2) + 0 * norm(F.conv_transpose2d(h, w['G_conv0_W'], padding=2), 1, train))")],
}


def case():
    f, c = WIDTH, dict(model="dcgan", width=WIDTH, classes=0, loss="bce")
    def weights(name, stream, shape, fan):
        limit = (6 / fan) ** 0.5
        c[name] = between(stream, shape, -limit, limit)
    weights("G_dense0_W", 110, (100, 196 * f), 100 + 196 * f)
    for k, (i, o) in enumerate(((4 * f, 2 * f), (2 * f, f), (f, 1))):
        weights(f"G_conv{k}_W", 111 + k, (i, o, 5, 5), 25 * (i + o))
    for k, (i, o) in enumerate(((1, f), (f, 2 * f))):
        weights(f"D_conv{k}_W", 120 + k, (o, i, 5, 5), 25 * (i + o))
        c[f"D_conv{k}_b"] = between(122 + k, (o,), -0.05, 0.05)
    weights("D_dense0_W", 124, (98 * f, 1), 98 * f + 1)
    c["D_dense0_b"] = between(125, (1,), -0.05, 0.05)
    for k, n in enumerate((196 * f, 2 * f, f)):
        for j, (key, low, high) in enumerate((("gamma", 0.9, 1.1), ("beta", -0.1, 0.1), ("mean", -0.1, 0.1), ("var", 0.9, 1.1))):
            c[f"G_norm{k}_{key}"] = between(130 + 10 * k + j, (n,), low, high)
    c["real"] = between(190, (STEPS, HALF, 784), -1, 1)
    c["z_d"] = between(191, (STEPS, HALF, 100), -1.5, 0.5)
    c["z_g"] = between(192, (STEPS, BATCH, 100), -1.5, 0.5)
    c["real_labels"] = np.zeros((STEPS, HALF), np.int32)
    c["g_labels"] = np.zeros((STEPS, BATCH), np.int32)
    c["alpha"] = np.zeros((STEPS, HALF), np.float32)
    return c


def run(source, changes, folder):
    for old, new in changes:
        assert old in source, old
        source = source.replace(old, new)
    program, given, expected = (os.path.join(folder, name) for name in ("reference.py", "case.npz", "expected.npz"))
    with open(program, "w") as f:
        f.write(source)
    subprocess.run([sys.executable, program, "run", given, expected], check=True, stdout=subprocess.DEVNULL)
    e = dict(np.load(expected))
    weights = [k for k in e if k[:2] in ("G_", "D_")]
    gradients = {k[7:]: sampled(e[k]) for k in e if k.startswith(("d_grad_", "g_grad_"))}
    return {
        "discriminator": [short(x) for x in e["d_loss"]],
        "generator": [short(x) for x in e["g_loss"]],
        "gradients": gradients,
        "weights": {k: sampled(e[k]) for k in weights},
    }


def main():
    source = open(sys.argv[1]).read()
    with tempfile.TemporaryDirectory() as folder:
        np.savez(os.path.join(folder, "case.npz"), **case())
        fixture = {"truth": run(source, (), folder), "planted": {}}
        print("truth", fixture["truth"]["generator"][:3])
        for name, changes in PLANTED.items():
            fixture["planted"][name] = run(source, changes, folder)
            del fixture["planted"][name]["gradients"]
            print(name, fixture["planted"][name]["generator"][:3])
    with open(sys.argv[2], "w") as f:
        json.dump(fixture, f, indent=None, separators=(",", ":"))


if __name__ == "__main__":
    main()
