#!/usr/bin/env python3
"""Makes the fixture of the Wasserstein loss: python3 src/test/oracle/make_wasserstein_fixture.py ../shared/oracle/families.py FIXTURE.json

As make_conditional_fixture.py does, for the dense and the convolutional pair with gradient penalty, the latter with classes. Needs
Debian's python3-torch and numpy.
"""
import json, os, sys, tempfile
import numpy as np
from make_conditional_fixture import case, run

PENALTY = "pen = ((torch.sqrt((gx ** 2).sum(1) + 1e-12) - 1) ** 2).mean()"
ALPHA = "al = F64(c['alpha'][s]).view(-1, 1)"
BLEND = "xh = (al * real + (1 - al) * fake)"
GENERATOR = "gl = -z.mean() if gp"

PLANTED = {  # name: (text of the reference, what stands there instead); the first six are row W4
    "interpolation from a normal distribution": [(ALPHA, "al = torch.erfinv(2 * F64(c['alpha'][s]).clamp(0.01, 0.99).view(-1, 1) - 1) * 2 ** 0.5")],
    "interpolation for each pixel": [(ALPHA, "al = (F64(c['alpha'][s]).view(-1, 1) + torch.arange(784, dtype=T) / 784) % 1")],
    "norm for each pixel": [(PENALTY, "pen = ((torch.sqrt(gx ** 2 + 1e-12) - 1) ** 2).mean()")],
    "batch norm in the critic": [("h = leaky(h @ w[f'D_dense{k}_W'] + w[f'D_dense{k}_b'])", "h = leaky(h @ w[f'D_dense{k}_W'] + w[f'D_dense{k}_b']); h = (h - h.mean(0)) / (h.var(0, unbiased=False) + 1e-3).sqrt()"), ("w[f'D_conv{k}_b'], stride=2))", "w[f'D_conv{k}_b'], stride=2)); h = (h - h.mean((0, 2, 3), True)) / (h.var((0, 2, 3), unbiased=False, keepdim=True) + 1e-3).sqrt()")],
    "penalty on fakes only": [(BLEND, "xh = (0 * al + fake)")],
    "fakes not detached": [(GENERATOR, "gl = D(G(F64(c['z_d'][s]), yr, False), yr).mean() - z.mean() if gp")],
    "penalty on reals only": [(BLEND, "xh = (0 * al + real)")],
    "interpolation the other way round": [(BLEND, "xh = (al * fake + (1 - al) * real)")],
    "penalty without its gradient": [("dl = z[h:].mean() - z[:h].mean() + 10 * pen", "dl = z[h:].mean() - z[:h].mean() + 10 * pen.detach()")],
    "penalty only above 1": [(PENALTY, PENALTY.replace("- 1) ** 2", "- 1).clamp(min=0) ** 2"))],
    "norm not squared": [(PENALTY, PENALTY.replace("- 1) ** 2)", "- 1).abs())"))],
    "penalty of weight 1": [("+ 10 * pen", "+ 1 * pen")],
    "sum of the penalties": [(PENALTY, PENALTY.replace(".mean()", ".sum()"))],
    "mean over the mixed batch": [("dl = z[h:].mean() - z[:h].mean()", "dl = z[h:].mean() / 2 - z[:h].mean() / 2")],
    "scores the wrong way round": [("dl = z[h:].mean() - z[:h].mean()", "dl = z[:h].mean() - z[h:].mean()")],
    "generator the wrong way round": [(GENERATOR, "gl = z.mean() if gp")],
    "beta2 0.999": [("b2 = 0.9 if gp else 0.999", "b2 = 0.999")],
    "rate 2e-4": [("lr = 1e-4 if gp", "lr = 2e-4 if gp")],
}


def main():
    source, target = open(sys.argv[1]).read(), sys.argv[2]
    fixture = {}
    with tempfile.TemporaryDirectory() as folder:
        given, expected = (os.path.join(folder, name) for name in ("case.npz", "expected.npz"))
        for model, classes in (("dense", 0), ("dcgan", 10)):
            np.savez(given, **case(source, model, classes, "wgan-gp"))
            fixture[model] = {"truth": run(source, (), given, expected), "planted": {}}
            print(model, fixture[model]["truth"]["discriminator"], flush=True)
            for name, changes in PLANTED.items():
                if model == "dcgan" and "beta2" in name:  # five steps of so small a pair hardly show it
                    continue
                planted = run(source, changes, given, expected)
                fixture[model]["planted"][name] = {k: planted[k] for k in ("discriminator", "generator")}
                print(model, name, planted["discriminator"][:3], planted["generator"][:3], flush=True)
    with open(target, "w") as f:
        json.dump(fixture, f, indent=None, separators=(",", ":"))


if __name__ == "__main__":
    main()
