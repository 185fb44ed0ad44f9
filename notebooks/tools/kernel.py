"""The Java kernel of the notebooks: the user's own, or rapaio's from Maven Central, with gan4j on its class path."""
import atexit
import copy
import json
import os
import sys

from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError

import kernelspecs
import rapaio

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FOLDER = os.path.join(ROOT, "target", "jupyter")
SPARK = ["spark"] if os.environ.get("GAN4J_SPARK") else []  # docs/scale.md
GAN4J = os.path.join(ROOT, "target", *SPARK, "gan4j.jar")
# each kernel's own variable, and what stands between two entries
CLASS_PATHS = {"IJAVA_CLASSPATH": ":", "JJAVA_CLASSPATH": ":", "RJK_CLASSPATH": ";"}
# those of jshell/gan4j; what a kernel's own settings say stands behind them, and wins
LIMITS = ("-Xmx2g", "-Dorg.bytedeco.javacpp.maxbytes=3g", "-Dorg.bytedeco.javacpp.maxphysicalbytes=6g")
ATTEMPTS = 3


class KernelDied(Exception):
    """A kernel that ended by itself, or never answered, each time that it was started."""


def prepare():
    """Writes the kernel `java` into target/jupyter, where the Jupyter of this process finds it first; says whose it is."""
    os.makedirs(os.path.join(FOLDER, "kernels", "java"), exist_ok=True)
    spec, words = chosen()
    with open(os.path.join(FOLDER, "kernels", "java", "kernel.json"), "w", encoding="utf-8") as file:
        json.dump(completed(spec), file, indent=1)
    if os.environ.get("GAN4J_DATA"):  # the notebooks run where they are, not where the user stands
        os.environ["GAN4J_DATA"] = os.path.abspath(os.environ["GAN4J_DATA"])
    os.environ["JUPYTER_PATH"] = os.pathsep.join(filter(None, (FOLDER, os.environ.get("JUPYTER_PATH"))))
    return words


def chosen():
    """The kernel to take, and words on whose it is and which Java runs it."""
    users = kernelspecs.best(FOLDER)
    if users is None:
        return rapaio.spec(FOLDER), (f"no Java kernel that can start was found, so that rapaio's kernel {rapaio.VERSION} "
                                     "is used, from target/jupyter")
    words = f"your Java kernel {users.spec.get('display_name', users.name)}, from {users.folder}"
    if users.maker == kernelspecs.RAPAIO:
        return (rapaio.spec(FOLDER, users.spec),
                words + ", with its start and its stop button mended" + java_home(users))
    return users.spec, words + java_home(users)


def java_home(kernel):
    """A word where JAVA_HOME names a JDK and the kernel runs on another."""
    home, java = os.environ.get("JAVA_HOME"), java_of(kernel)
    if not home or java is None and kernel.maker == kernelspecs.RAPAIO:
        return ""
    path = java and kernelspecs.program(kernel.spec, java)
    if path and os.path.realpath(path) == os.path.realpath(rapaio.jdk("java")):
        return ""
    settings = os.path.join(kernel.folder, "kernel.json")
    repair = f"edit {settings}" if java is None or os.path.dirname(java) else "put another java first on the PATH"
    return (f"\nJAVA_HOME ({home}) does not choose this kernel's JDK: it runs on {path or 'what its own script takes'}."
            f"\nTo change that, {repair}.")


def java_of(kernel):
    """The java that runs the cells, or None where a script chooses it; JJava's launcher takes the first on the path."""
    index = kernelspecs.java_index(kernel.spec["argv"])
    return "java" if kernel.maker == kernelspecs.JJAVA else None if index is None else kernel.spec["argv"][index]


def completed(spec):
    """The same kernel with gan4j on its class path, and with limits to its memory."""
    argv, env = spec["argv"], spec.get("env", {})
    java = kernelspecs.java_index(argv)
    limited = {"JJAVA_JVM_OPTS": with_limits(env, "JJAVA_JVM_OPTS")}  # its launcher starts a second Java
    if java is None:  # a script starts it: then this is what every Java heeds
        limited["JAVA_TOOL_OPTIONS"] = with_limits(env, "JAVA_TOOL_OPTIONS")
    else:
        argv = [*argv[:java + 1], *LIMITS, *argv[java + 1:]]
    return {**spec, "argv": argv, "env": {**env, **class_paths(env), **limited}}


def with_limits(env, name):
    return " ".join(filter(None, (*LIMITS, env.get(name) or os.environ.get(name))))


def class_paths(env):
    """The variables with gan4j in front of what the kernel's own settings, or the user's environment, hold."""
    return {name: between.join(filter(None, (GAN4J, env.get(name) or os.environ.get(name))))
            for name, between in CLASS_PATHS.items()}


def execute(notebook, folder, timeout=3600):
    """Runs a copy of the notebook and gives it back; a cell's error is an error here, a kernel that dies is started anew."""
    for attempt in range(1, ATTEMPTS + 1):
        try:
            return execute_once(notebook, folder, timeout)
        except CellTimeoutError:  # an OSError too, but the cell's fault
            raise
        except (OSError, RuntimeError) as e:  # it did not start, did not answer, or died
            trouble = str(e)
            print(f"notebooks/start: {trouble} (start {attempt} of {ATTEMPTS})", file=sys.stderr, flush=True)
    raise KernelDied(f"the kernel did not live through it in {ATTEMPTS} starts; the last time: {trouble}\n"
                     f"What it said is at the end of {log_path()}.")


def execute_once(notebook, folder, timeout):
    client = NotebookClient(copy.deepcopy(notebook), timeout=timeout, startup_timeout=60, kernel_name="java",
                            record_timing=False, resources={"metadata": {"path": folder}})
    with open(log_path(), "a", encoding="utf-8") as log:  # rapaio's says much
        try:
            return client.execute(stdout=log, stderr=log)
        finally:
            atexit.unregister(client._cleanup_kernel)  # nbclient leaves it where a start fails; it ends in a traceback


def log_path():
    return os.path.join(FOLDER, "kernel.log")
