"""The Java kernel of the notebooks: the user's own, or rapaio's from Maven Central, with gan4j on its class path."""
import copy
import glob
import json
import os
import shutil
import subprocess
import sys

from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from nbclient import NotebookClient

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FOLDER = os.path.join(ROOT, "target", "jupyter")
GAN4J = os.path.join(ROOT, "target", "gan4j.jar")
RAPAIO = "3.0.1"
# Starts a program that heeds the stop button's signal, which whatever a script starts in the background ignores.
HEED_SIGINT = """import os, signal, sys
signal.signal(signal.SIGINT, signal.SIG_DFL)
os.execvp(sys.argv[1], sys.argv[1:])"""
# each kernel's own variable, and what stands between two entries
CLASS_PATHS = {"IJAVA_CLASSPATH": ":", "JJAVA_CLASSPATH": ":", "RJK_CLASSPATH": ";"}


def prepare():
    """Writes the kernel `java` into target/jupyter, where the Jupyter of this process finds it first; says whose it is."""
    spec, words = users() or rapaio()
    folder = os.path.join(FOLDER, "kernels", "java")
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "kernel.json"), "w", encoding="utf-8") as file:
        json.dump({**spec, "env": {**spec.get("env", {}), **class_paths(spec.get("env", {}))}}, file, indent=1)
    if os.environ.get("GAN4J_DATA"):  # the notebooks run where they are, not where the user stands
        os.environ["GAN4J_DATA"] = os.path.abspath(os.environ["GAN4J_DATA"])
    os.environ["JUPYTER_PATH"] = os.pathsep.join(filter(None, (FOLDER, os.environ.get("JUPYTER_PATH"))))
    return words


def users():
    """The user's kernel called java, else one for Java of another name."""
    folders = KernelSpecManager(ensure_native_kernel=False).find_kernel_specs()
    specs = {name: KernelSpec.from_resource_dir(folder).to_dict()
             for name, folder in folders.items() if not folder.startswith(FOLDER)}
    names = [name for name, spec in specs.items() if spec["language"].lower() == "java"]
    if not names:
        return None
    name = "java" if "java" in names else min(names)
    argv = [word.replace("{resource_dir}", folders[name]) for word in specs[name]["argv"]]
    return {**specs[name], "argv": argv}, f"your Java kernel {specs[name]['display_name']}, from {folders[name]}"


def rapaio():
    """rapaio's kernel, from Maven's local repository or Maven Central, with its start and its stop button mended."""
    name = f"rapaio-jupyter-kernel-{RAPAIO}.jar"
    jar = os.path.join(FOLDER, name)
    if not os.path.exists(jar):
        mvn = shutil.which("mvn") or "mvn"  # on Windows it is mvn.cmd
        subprocess.run([mvn, "-q", "-B", "dependency:copy", "-DoutputDirectory=" + FOLDER,
                        "-Dartifact=io.github.padreati:rapaio-jupyter-kernel:" + RAPAIO], cwd=ROOT, check=True)
    mended = os.path.join(FOLDER, "mended")
    sources = glob.glob(os.path.join(ROOT, "notebooks", "tools", "rapaio", "*.java"))
    subprocess.run([jdk("javac"), "-XDignore.symbol.file", "-d", mended, *sources], check=True)  # they use sun.misc.Signal
    argv = [jdk("java"), "-Xmx2g", "--enable-native-access=ALL-UNNAMED", "-cp", os.pathsep.join((mended, jar)),
            "org.rapaio.jupyter.kernel.MainApp", "{connection_file}"]
    heeding = [] if os.name == "nt" else [sys.executable, "-c", HEED_SIGINT]
    spec = {"argv": heeding + argv, "display_name": "Java", "language": "java",
            "interrupt_mode": "signal" if heeding else "message"}
    return spec, f"no Java kernel was found, so that rapaio's kernel {RAPAIO} is used, from target/jupyter"


def jdk(program):
    return os.path.join(os.environ["JAVA_HOME"], "bin", program) if os.environ.get("JAVA_HOME") else program


def class_paths(env):
    """The variables with gan4j in front of what the kernel's own settings, or the user's environment, hold."""
    return {name: between.join(filter(None, (GAN4J, env.get(name) or os.environ.get(name))))
            for name, between in CLASS_PATHS.items()}


def execute(notebook, folder, timeout=3600):
    """Runs a copy of the notebook and gives it back; a cell's error is an error here."""
    client = NotebookClient(copy.deepcopy(notebook), timeout=timeout, startup_timeout=60, kernel_name="java",
                            record_timing=False, resources={"metadata": {"path": folder}})
    with open(os.path.join(FOLDER, "kernel.log"), "a", encoding="utf-8") as log:  # rapaio's says much
        return client.execute(stdout=log, stderr=log)
