"""Writes the features and the Fréchet distance that GaussianTest compares with: python3 make_frechet.py > frechet.csv"""

import numpy as np
from scipy.linalg import sqrtm

random = np.random.default_rng(7)
mixing = random.normal(size=(6, 6))
first = np.maximum(random.normal(size=(60, 6)) @ mixing, 0).round(4)
second = np.maximum(random.normal(size=(50, 6)) @ mixing * 1.5 + 0.4, 0).round(4)
second[:, 5] = 0  # a feature that never fires: a covariance of less than full rank

shift = first.mean(axis=0) - second.mean(axis=0)
c1, c2 = np.cov(first, rowvar=False), np.cov(second, rowvar=False)
distance = shift @ shift + np.trace(c1) + np.trace(c2) - 2 * np.trace(sqrtm(c1 @ c2).real)

print(f"distance,{distance:.12f}")
for name, rows in (("first", first), ("second", second)):
    for row in rows:
        print(name + "," + ",".join(f"{value:.4f}" for value in row))
