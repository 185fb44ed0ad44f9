"""Makes the Chinese notebooks: the code and the results of the English ones between Chinese paragraphs.

The paragraphs are kept in the Chinese notebooks themselves. Each carries, as english_sha256, the digest of the English one
that it was written for. Where the English one changes, this ends with an error until somebody has edited the Chinese one,
deleted its english_sha256 and run notebooks/start --chinese, which fills in what is missing. It changes no digest that is there.
"""
import glob
import hashlib
import os
import sys

import nbformat

NOTEBOOKS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FOLDERS = ("", "exercises")  # the solutions are in English alone


def main():
    troubles = write_all(names(NOTEBOOKS), NOTEBOOKS) + without_english()
    if troubles:
        sys.exit("\n".join(["notebooks/start: the Chinese notebooks need a hand:", *troubles]))
    print("notebooks/start: the Chinese notebooks have the code and the results of the English ones")


def names(folder):
    """The lessons and the exercises of a folder, named from there."""
    return [os.path.relpath(path, folder) for group in FOLDERS
            for path in sorted(glob.glob(os.path.join(folder, group, "*.ipynb")))]


def twin(name):
    return os.path.join("zh", name)


def has_twin(name):
    return os.path.dirname(name) in FOLDERS


def write_all(names, folder):
    """Writes the twins of these notebooks of `folder` into its own folder `zh`; gives what is wrong with their words."""
    return [f"{twin(name)}: {trouble}" for name in names if has_twin(name) for trouble in write(name, folder)]


def write(name, folder):
    """A cell without its other half is left out if it is English, and stands at the end if it is Chinese."""
    notebook = nbformat.read(os.path.join(folder, name), as_version=4)
    english = {cell.id: digest(cell) for cell in notebook.cells if cell.cell_type == "markdown"}
    chinese = {cell.id: cell for cell in paragraphs(os.path.join(NOTEBOOKS, twin(name)))}
    changed = [id for id in english if id in chinese and recorded(chinese[id], english[id]) != english[id]]
    missing = [id for id in english if id not in chinese]
    left = [id for id in chinese if id not in english]
    notebook.cells = [chinese.get(cell.id, cell) for cell in notebook.cells if cell.id not in missing]
    notebook.cells += [chinese[id] for id in left]
    os.makedirs(os.path.dirname(os.path.join(folder, twin(name))), exist_ok=True)
    nbformat.write(notebook, os.path.join(folder, twin(name)))
    troubles = {"their English paragraphs changed after they were written": changed, "not there in Chinese": missing,
                "no longer there in English": left}
    return [f"{words}: {', '.join(ids)}" for words, ids in troubles.items() if ids]


def paragraphs(path):
    if not os.path.exists(path):
        return []
    return [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "markdown"]


def recorded(cell, digest):
    """The digest that a Chinese paragraph carries; one that carries none is given this one."""
    return cell.metadata.setdefault("gan4j", nbformat.from_dict({})).setdefault("english_sha256", digest)


def digest(cell):
    return hashlib.sha256(cell.source.encode()).hexdigest()


def without_english():
    """What is wrong with the Chinese notebooks that have no English one."""
    there = names(os.path.join(NOTEBOOKS, "zh"))
    return [f"{twin(name)}: there is no English notebook" for name in sorted(set(there) - set(names(NOTEBOOKS)))]


if __name__ == "__main__":
    main()
