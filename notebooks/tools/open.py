"""Opens the notebooks in Jupyter."""
import importlib.util
import os
import sys

sys.dont_write_bytecode = True
import kernel

FRONTS = ("jupyterlab", "notebook")


def main():
    front = next(filter(importlib.util.find_spec, FRONTS), None)
    if not front:
        sys.exit("notebooks/start: this Jupyter has neither jupyterlab nor notebook.\n"
                 "On Debian and Ubuntu: apt-get install jupyter-notebook; elsewhere: python3 -m pip install notebook.")
    print("notebooks/start:", kernel.prepare())
    print(f"notebooks/start: opens {front}; Ctrl-C ends it", flush=True)
    folder = os.path.join(kernel.ROOT, "notebooks")
    os.execv(sys.executable, [sys.executable, "-m", front, "--notebook-dir=" + folder, *sys.argv[1:]])


if __name__ == "__main__":
    main()
