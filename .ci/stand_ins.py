"""Kernels made of files and a few words, for the checks of how notebooks/start chooses and starts one."""
import contextlib
import io
import json
import os
import shutil
import sys
import tempfile
import unittest
import zipfile
from unittest import mock

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(ROOT, "notebooks", "tools"))
import kernel

RAPAIO = os.path.join(ROOT, "target", "jupyter", "rapaio-jupyter-kernel-3.0.1.jar")


class StandInKernels(unittest.TestCase):
    """Each test has a folder of its own for the user's kernels, and one for what notebooks/start makes."""

    def setUp(self):
        self.folder = self.enter(tempfile.TemporaryDirectory())
        self.own = os.path.join(self.folder, "own")
        os.makedirs(self.own)
        if os.path.exists(RAPAIO):  # else each test takes it from Maven's repository
            os.symlink(RAPAIO, os.path.join(self.own, os.path.basename(RAPAIO)))
        self.enter(mock.patch.object(kernel, "FOLDER", self.own))
        settings = {"JUPYTER_DATA_DIR": os.path.join(self.folder, "data"), "IPYTHONDIR": os.path.join(self.folder, "ipython"),
                    "JUPYTER_PATH": os.path.join(self.folder, "users")}
        self.enter(mock.patch.dict(os.environ, settings))
        for name in ("JAVA_HOME", "JJAVA_JVM_OPTS", "JAVA_TOOL_OPTIONS"):
            os.environ.pop(name, None)
        for name in ("SYSTEM_JUPYTER_PATH", "ENV_JUPYTER_PATH"):  # kernels of this machine
            self.enter(mock.patch("jupyter_core.paths." + name, []))

    def enter(self, context):
        result = context.__enter__()
        self.addCleanup(context.__exit__, None, None, None)
        return result

    def jar(self, *names):
        path = os.path.join(tempfile.mkdtemp(dir=self.folder), "kernel.jar")
        with zipfile.ZipFile(path, "w") as file:
            for name in names:
                file.writestr(name, "")
        return path

    def spec(self, name, argv, **more):
        spec = {"argv": argv, "display_name": "Java", "language": "java", "interrupt_mode": "message", **more}
        return self.write(name, json.dumps(spec).encode())

    def write(self, name, content):
        folder = os.path.join(self.folder, "users", "kernels", name)
        os.makedirs(folder)
        with open(os.path.join(folder, "kernel.json"), "wb") as file:
            file.write(content)
        return folder

    def remove(self, name):
        shutil.rmtree(os.path.join(self.folder, "users", "kernels", name))

    def java(self, name, *classes, java="java", options=(), **more):
        jar = self.jar(*classes)
        self.spec(name, [java, *options, "-jar", jar, "{connection_file}"], **more)
        return jar

    def script(self, text, name="start"):
        path = os.path.join(tempfile.mkdtemp(dir=self.folder), name)
        with open(path, "w") as file:
            file.write("#!/bin/sh\n" + text)
        os.chmod(path, 0o755)
        return path

    def prepare(self):
        """The kernel that was written, and all that was said."""
        with contextlib.redirect_stderr(io.StringIO()) as said:
            words = kernel.prepare()
        with open(os.path.join(self.own, "kernels", "java", "kernel.json"), encoding="utf-8") as file:
            return json.load(file), said.getvalue() + words
