"""rapaio's kernel with its start and its stop button mended: two of its classes are replaced by those in the folder rapaio."""
import glob
import os
import shutil
import subprocess
import sys
import zipfile

import kernelspecs

VERSION = "3.0.1"  # whose classes the two take the place of
TOOLS = os.path.dirname(os.path.abspath(__file__))
PROPERTIES = "META-INF/maven/io.github.padreati/rapaio-jupyter-kernel/pom.properties"
# Starts a program that heeds the stop button's signal, which whatever a script starts in the background ignores.
HEED_SIGINT = """import os, signal, sys
signal.signal(signal.SIGINT, signal.SIG_DFL)
os.execvp(sys.argv[1], sys.argv[1:])"""


def spec(folder, users=None):
    """How to start it, with the jar, the Java and the settings of the user's own as far as there is one that fits."""
    argv = users["argv"] if users else []
    java = kernelspecs.java_index(argv)
    jar = next((jar for jar in kernelspecs.jars(users) if is_of_version(jar)), None) if users else None
    options = argv[java + 1:argv.index("-jar")] if java is not None and "-jar" in argv else []
    start = [jdk("java") if java is None else argv[java], "--enable-native-access=ALL-UNNAMED", *options,
             "-cp", os.pathsep.join((compiled(folder), jar or fetched(folder))),
             "org.rapaio.jupyter.kernel.MainApp", "{connection_file}"]
    heeding = [] if os.name == "nt" else [sys.executable, "-c", HEED_SIGINT]
    return {"argv": heeding + start, "display_name": "Java", "language": "java", "env": users["env"] if users else {},
            "interrupt_mode": "signal" if heeding else "message"}


def is_of_version(jar):
    with zipfile.ZipFile(jar) as file:
        return PROPERTIES in file.namelist() and f"version={VERSION}" in file.read(PROPERTIES).decode().split()


def fetched(folder):
    """The jar, from Maven's local repository or Maven Central."""
    jar = os.path.join(folder, f"rapaio-jupyter-kernel-{VERSION}.jar")
    if not os.path.exists(jar):
        mvn = shutil.which("mvn") or "mvn"  # on Windows it is mvn.cmd
        run([mvn, "-q", "-B", "dependency:copy", "-DoutputDirectory=" + folder,
             "-Dartifact=io.github.padreati:rapaio-jupyter-kernel:" + VERSION],
            f"rapaio's kernel {VERSION} could not be fetched from Maven Central; with the network there, run this again.")
    return jar


def compiled(folder):
    """The folder of the two classes, for any JDK from 17 on; they use sun.misc.Signal."""
    mended = os.path.join(folder, "mended")
    sources = glob.glob(os.path.join(TOOLS, "rapaio", "*.java"))
    run([jdk("javac"), "-nowarn", "-XDignore.symbol.file", "-source", "17", "-target", "17", "-Xlint:-options",
         "-d", mended, *sources], "the two classes that mend rapaio's kernel could not be compiled.")
    return mended


def run(command, trouble):
    try:
        subprocess.run(command, cwd=os.path.dirname(os.path.dirname(TOOLS)), check=True)
    except (OSError, subprocess.CalledProcessError) as e:
        sys.exit(f"notebooks/start: {trouble}\n{e}")


def jdk(program):
    return os.path.join(os.environ["JAVA_HOME"], "bin", program) if os.environ.get("JAVA_HOME") else program
