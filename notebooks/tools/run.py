"""Runs the notebooks with no browser, into another folder or in place; ends with 1 when a cell fails."""
import argparse
import glob
import hashlib
import os
import re
import sys
import time

import nbformat
from nbclient.exceptions import CellExecutionError, CellTimeoutError

sys.dont_write_bytecode = True
import kernel
import pages

NOTEBOOKS = os.path.join(kernel.ROOT, "notebooks")
# kernels describe Java in three ways; the notebooks keep one
JAVA = {"name": "java", "file_extension": ".java", "mimetype": "text/x-java-source", "codemirror_mode": "text/x-java",
        "pygments_lexer": "java"}
PLOTLY = "application/vnd.plotly.v1+json"  # a quarter of a megabyte for 5,000 steps; a picture is always beside it


def main():
    options = arguments()
    if options.update and os.environ.get("GAN4J_MAXSTEPS"):
        sys.exit("notebooks/start --update: runs at full length, but GAN4J_MAXSTEPS is set.\nunset GAN4J_MAXSTEPS")
    print("notebooks/start:", kernel.prepare(), flush=True)
    paths = options.update or sorted(glob.glob(os.path.join(NOTEBOOKS, "*.ipynb")))
    failed = [path for path in paths if not run(path, NOTEBOOKS if options.update else options.out)]
    if not options.update:
        pages.write_all([os.path.join(options.out, os.path.basename(path)) for path in paths if path not in failed],
                        options.out)
        print("notebooks/start: results and pages are in", options.out)
    if failed:
        sys.exit("notebooks/start: failed: " + ", ".join(os.path.basename(path) for path in failed))


def arguments():
    parser = argparse.ArgumentParser(prog="notebooks/start")
    parser.add_argument("--execute", action="store_true")
    parser.add_argument("--out", default=os.path.join(kernel.ROOT, "target", "notebooks"))
    parser.add_argument("--update", nargs="*", metavar="NOTEBOOK")
    options = parser.parse_args()
    if options.update == []:
        options.update = sorted(glob.glob(os.path.join(NOTEBOOKS, "*.ipynb")))
    return options


def run(path, out):
    """Whether every cell of a notebook ran; it is then in the folder `out` with its results."""
    name, start = os.path.basename(path), time.time()
    try:
        notebook = kernel.execute(nbformat.read(path, as_version=4), NOTEBOOKS)
    except (CellExecutionError, CellTimeoutError) as e:
        print(name + ":", re.sub("\x1b\\[[0-9;]*m", "", str(e)), file=sys.stderr, flush=True)  # kernels colour their errors
        return False
    tidy(notebook)
    if out == NOTEBOOKS and "MNIST train" not in str(notebook.cells):
        print(name + ": ran on synthetic digits, so the results are not kept; data/README.md says how to get MNIST",
              file=sys.stderr, flush=True)
        return False
    os.makedirs(out, exist_ok=True)
    nbformat.write(notebook, os.path.join(out, name))
    print(f"{name}: all cells ran, {time.time() - start:.0f} s", flush=True)
    return True


def tidy(notebook):
    """Leaves what does not depend on the kernel, and the fingerprint of the code that made the results."""
    notebook.metadata.language_info = JAVA
    notebook.metadata.kernelspec = {"name": "java", "display_name": "Java", "language": "java"}
    notebook.metadata.gan4j = {"code_sha256": fingerprint(notebook)}
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = joined(cell.outputs)
            for output in cell.outputs:
                output.get("metadata", {}).clear()
                output.get("data", {}).pop(PLOTLY, None)


def fingerprint(notebook):
    """The SHA-256 digest of the code cells, each followed by a zero character."""
    code = "".join(cell.source + "\0" for cell in notebook.cells if cell.cell_type == "code")
    return hashlib.sha256(code.encode()).hexdigest()


def joined(outputs):
    """What was printed in pieces, in one piece."""
    result = []
    for output in outputs:
        before = result[-1] if result else None
        if before and output.output_type == before.output_type == "stream" and output.name == before.name:
            before.text += output.text
        else:
            result.append(output)
    return result


if __name__ == "__main__":
    main()
