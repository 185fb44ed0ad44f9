"""Runs the notebooks with no browser, into another folder or in place; ends with 1 when a cell fails."""
import argparse
import hashlib
import os
import re
import sys
import time

import nbformat
from nbclient.exceptions import CellExecutionError, CellTimeoutError

sys.dont_write_bytecode = True
import chinese
import kernel
import pages

SHORTENED = bool(os.environ.get("GAN4J_MAXSTEPS"))
# kernels describe Java in three ways; the notebooks keep one
JAVA = {"name": "java", "file_extension": ".java", "mimetype": "text/x-java-source", "codemirror_mode": "text/x-java",
        "pygments_lexer": "java"}
PLOTLY = "application/vnd.plotly.v1+json"  # a quarter of a megabyte for 5,000 steps; a picture is always beside it


def main():
    options = arguments()
    updates = options.update is not None
    if updates and SHORTENED:
        sys.exit("notebooks/start --update: runs at full length, but GAN4J_MAXSTEPS is set.\nunset GAN4J_MAXSTEPS")
    print("notebooks/start:", kernel.prepare(), flush=True)
    names = names_of(options.update) if updates else pages.names()
    out = pages.NOTEBOOKS if updates else options.out
    failed = [name for name in names if not run(name, out)]
    ran = [name for name in names if name not in failed]
    troubles = chinese.write_all(ran, out)
    if not updates:
        pages.write_all(ran + [chinese.twin(name) for name in ran if chinese.has_twin(name)], out, out)
        print("notebooks/start: results and pages are in", out)
    if failed:
        troubles.append("failed: " + ", ".join(failed))
    if troubles:
        sys.exit("notebooks/start: " + "\n".join(troubles))


def arguments():
    parser = argparse.ArgumentParser(prog="notebooks/start")
    parser.add_argument("--execute", action="store_true")
    parser.add_argument("--out", default=os.path.join(kernel.ROOT, "target", "notebooks"))
    parser.add_argument("--update", nargs="*", metavar="NOTEBOOK")
    return parser.parse_args()


def names_of(paths):
    """Those notebooks, else all that keep results: the tasks of the exercises keep none."""
    names = [os.path.relpath(os.path.abspath(path), pages.NOTEBOOKS) for path in paths] or pages.names()
    return [name for name in names if not is_in("exercises", name)]


def run(name, out):
    """Whether a notebook ran as it should; it is then in the folder `out`, with its results if it could run here."""
    start, source = time.time(), os.path.join(pages.NOTEBOOKS, name)
    words = "done in {:.0f} s"
    notebook = nbformat.read(source, as_version=4)
    try:
        executed = kernel.execute(notebook, os.path.dirname(source))
        tidy(executed)
        trouble = complaint(name, executed, keeps=out == pages.NOTEBOOKS)
    except kernel.KernelDied as e:
        trouble = str(e)
    except (CellExecutionError, CellTimeoutError) as e:
        trouble = re.sub("\x1b\\[[0-9;]*m", "", str(e))  # kernels colour their errors
        if "loadFashionMnist: " in trouble:
            words = "stays as it is, for Fashion-MNIST is not here; data/README.md says how to get it"
            executed, trouble = notebook, None
    if trouble:
        print(f"{name}: {trouble}", file=sys.stderr, flush=True)
        return False
    os.makedirs(os.path.dirname(os.path.join(out, name)), exist_ok=True)
    nbformat.write(executed, os.path.join(out, name))
    print(f"{name}: {words.format(time.time() - start)}", flush=True)
    return True


def complaint(name, notebook, keeps):
    """What is wrong with the results though every cell ran, or None."""
    cells = str(notebook.cells)
    if keeps and "loadDigits()" in cells and "MNIST train" not in cells:
        return "ran on synthetic digits, so the results are not kept; data/README.md says how to get MNIST"
    if is_in("exercises", name) and "Not yet: " not in cells:
        return "the check does not say that the start is not yet right"
    if is_in("solutions", name) and "Right: " not in cells and not SHORTENED:  # some train for 2,000 steps
        return "the check does not say that the solution is right"
    return None


def is_in(folder, name):
    return os.path.dirname(name) == folder


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
