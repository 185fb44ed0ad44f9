"""The Java kernel of the notebooks: the user's own, or rapaio's from Maven Central, with gan4j on its class path."""
import copy
import json
import os
import re
import shutil
import subprocess

from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from nbclient import NotebookClient

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FOLDER = os.path.join(ROOT, "target", "jupyter")
GAN4J = os.path.join(ROOT, "target", "gan4j.jar")
RAPAIO = "3.0.1"
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
    """rapaio's kernel, from Maven's local repository or Maven Central."""
    name = f"rapaio-jupyter-kernel-{RAPAIO}.jar"
    jar = os.path.join(FOLDER, name)
    if not os.path.exists(jar):
        mvn = shutil.which("mvn") or "mvn"  # on Windows it is mvn.cmd
        subprocess.run([mvn, "-q", "-B", "dependency:copy", "-DoutputDirectory=" + FOLDER,
                        "-Dartifact=io.github.padreati:rapaio-jupyter-kernel:" + RAPAIO], cwd=ROOT, check=True)
    java = os.path.join(os.environ["JAVA_HOME"], "bin", "java") if os.environ.get("JAVA_HOME") else "java"
    argv = [java, "-Xmx2g", "--enable-native-access=ALL-UNNAMED", "-jar", jar, "{connection_file}"]
    spec = {"argv": argv, "display_name": "Java", "language": "java", "interrupt_mode": "message"}
    return spec, f"no Java kernel was found, so that rapaio's kernel {RAPAIO} is used, from target/jupyter"


def class_paths(env):
    """The variables with gan4j in front of what the kernel's own settings, or the user's environment, hold."""
    return {name: between.join(filter(None, (GAN4J, env.get(name) or os.environ.get(name))))
            for name, between in CLASS_PATHS.items()}


def execute(notebook, folder, timeout=3600):
    """Runs a copy of the notebook and gives it back; a cell's error is an error here.

    rapaio's kernel sometimes starts without ever answering; that alone is tried again.
    """
    for attempt in range(1, 7):
        client = NotebookClient(copy.deepcopy(notebook), timeout=timeout, startup_timeout=30, kernel_name="java",
                                record_timing=False, resources={"metadata": {"path": folder}})
        try:
            with open(os.path.join(FOLDER, "kernel.log"), "a", encoding="utf-8") as log:  # rapaio's says much
                return client.execute(stdout=log, stderr=log)
        except (RuntimeError, AssertionError) as e:
            if not is_silent_start(e):
                raise
            print(f"the kernel did not answer at start {attempt}", flush=True)
    raise SystemExit("the kernel did not start in six attempts")


def is_silent_start(error):
    """Whether the kernel did not answer; nbclient may then trip over its own clean-up and hide the reason behind that."""
    while error:
        if isinstance(error, RuntimeError) and re.search("Kernel (didn't respond|died before replying)", str(error)):
            return True
        error = error.__context__
    return False
