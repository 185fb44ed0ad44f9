"""The Java kernels that the user has: which there are, whose each is, and which of them can start."""
import collections
import json
import os
import shutil
import sys
import zipfile

from jupyter_client.kernelspec import KernelSpecManager

# whose a kernel is, by a class in its jar, and by the words of a kernel.json or a script where there is no jar to look into
IJAVA, JJAVA, RAPAIO, OTHER = "IJava", "JJava", "rapaio", "another"
CLASSES = {"io/github/spencerpark/ijava/": IJAVA, "org/dflib/jjava/": JJAVA, "org/rapaio/jupyter/kernel/": RAPAIO}
WORDS = {"jjava": JJAVA, "ijava": IJAVA, "rapaio": RAPAIO, "rjk": RAPAIO}
ORDER = (IJAVA, JJAVA, OTHER, RAPAIO)  # rapaio's stop button and start have to be mended, so that it comes last

Found = collections.namedtuple("Found", "name folder spec maker")


def best(own_folder):
    """The user's kernel that suits best, or None; those in `own_folder` are not the user's."""
    manager = KernelSpecManager(ensure_native_kernel=False)
    manager.kernel_dirs = [folder for folder in manager.kernel_dirs if not folder.startswith(own_folder)]
    found = filter(None, (look(name, folder) for name, folder in sorted(manager.find_kernel_specs().items())))
    return min(found, key=lambda kernel: (ORDER.index(kernel.maker), kernel.name != "java", kernel.name), default=None)


def look(name, folder):
    """A kernel for Java that can start, or None; says why one cannot."""
    try:
        spec = read(folder)
        if str(spec.get("language")).lower() != "java":
            return None
        return Found(name, folder, spec, maker(name, check(spec, folder)))
    except (OSError, ValueError, zipfile.BadZipFile) as e:
        print(f"notebooks/start: passes over the kernel {name} of {folder}: {e}", file=sys.stderr, flush=True)
        return None


def read(folder):
    with open(os.path.join(folder, "kernel.json"), encoding="utf-8") as file:
        try:
            spec = json.load(file)
        except ValueError as e:  # also what is not UTF-8
            raise ValueError(f"its kernel.json is no JSON ({e})") from e
    if not isinstance(spec, dict):
        raise ValueError("its kernel.json is no JSON object")
    return spec


def check(spec, folder):
    """The same description, with its folder filled in, when all that it names is there."""
    argv, env = spec.get("argv"), spec.setdefault("env", {})
    if not (isinstance(argv, list) and argv and all(isinstance(word, str) for word in argv)):
        raise ValueError("argv in its kernel.json is no list of words")
    if not (isinstance(env, dict) and all(isinstance(value, str) for value in env.values())):
        raise ValueError("env in its kernel.json holds more than words")
    spec["argv"] = [word.replace("{resource_dir}", folder).replace("{prefix}", sys.prefix) for word in argv]
    if not program(spec, spec["argv"][0]):
        raise ValueError(f"{spec['argv'][0]} is not there")
    for paths in jar_words(spec):
        if not any(map(os.path.exists, paths)):  # of a class path Java needs no more than one
            raise ValueError(f"{os.pathsep.join(paths)} is not there")
    return spec


def maker(name, spec):
    for jar in jars(spec):
        with zipfile.ZipFile(jar) as file:
            names = file.namelist()
        for start, whose in CLASSES.items():
            if any(entry.startswith(start) for entry in names):
                return whose
    words = " ".join([name, str(spec.get("display_name")), *spec["argv"], *spec["env"], script(spec)]).lower()
    return next((whose for word, whose in WORDS.items() if word in words), OTHER)


def script(spec):
    """The text of the script that starts the kernel, or nothing where a program does."""
    with open(program(spec, spec["argv"][0]), "rb") as file:
        start = file.read(1 << 16)
    return start.decode(errors="replace") if start.startswith(b"#!") else ""


def jars(spec):
    """The jars that the command names and that are there."""
    return [path for paths in jar_words(spec) for path in paths if os.path.exists(path)]


def jar_words(spec):
    """The jars of each word of the command that names any, alone or as a class path."""
    words = [[path for path in word.split(os.pathsep) if path.endswith(".jar")]
             for word in spec["argv"] if not word.startswith("-")]
    return [paths for paths in words if paths]


def program(spec, word):
    """Where the system finds a program when it starts this kernel, or None."""
    return shutil.which(word, path=spec["env"].get("PATH"))


def java_index(argv):
    """Which word of a command is java, or None where a script starts it."""
    return next((i for i, word in enumerate(argv) if os.path.basename(word).lower() in ("java", "java.exe")), None)
