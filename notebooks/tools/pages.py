"""Makes pages of notebooks that any browser shows with no network: no script, no font, no file beside them."""
import glob
import html
import os
import re
import sys

import nbformat
from nbconvert import HTMLExporter
from nbconvert.filters import markdown2html
from pygments.formatters import HtmlFormatter

HERE = os.path.dirname(os.path.abspath(__file__))
NOTEBOOKS = os.path.dirname(HERE)
FOLDERS = {"": "The tutorial", "exercises": "Exercises", "solutions": "Their solutions"}
CHINESE = {"zh": "中文教程", "zh/exercises": "练习"}
# What opens at a click: nbconvert leaves the Markdown in it as it is, where Jupyter renders it.
DETAILS = re.compile(r"(<details><summary[^>]*>.*?</summary>)(.*?)</details>", re.DOTALL)
GRID = re.compile(r"\d+x\d+ grid ")  # how an ImageGrid begins to speak of itself
PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{style}
</style>
</head>
<body>
{body}
</body>
</html>
"""


def main():
    folder = sys.argv[1]
    write_all(names({**FOLDERS, **CHINESE}), NOTEBOOKS, folder)
    print("notebooks/start: the pages are in", folder, "- begin with index.html")


def names(folders=FOLDERS):
    """The notebooks of these folders in their order, named from the folder of the notebooks; the Chinese ones never run."""
    return [os.path.relpath(path, NOTEBOOKS) for folder in folders
            for path in sorted(glob.glob(os.path.join(NOTEBOOKS, folder, "*.ipynb")))]


def write_all(notebooks, source, folder):
    """A page for each of these notebooks of the folder `source`, and index.html, in the folder `folder`."""
    index = []
    for group, heading in {**FOLDERS, **CHINESE}.items():
        members = [name for name in notebooks if os.path.dirname(name) == group]
        os.makedirs(os.path.join(folder, group), exist_ok=True)
        items = write_group(members, source, folder)
        index.append(f'<section lang="{language(group)}">\n<h2>{heading}</h2>\n<ol>\n{items}\n</ol>\n</section>')
    words = "A GAN in Java, from the digits to an honest judgement."
    write(os.path.join(folder, "index.html"), "gan4j: the notebooks",
          f"<h1>gan4j: the notebooks</h1>\n<p>{words}</p>\n" + "\n".join(index))


def write_group(names, source, folder):
    """The pages of notebooks that follow each other, with links to their neighbours; the items of the index."""
    notebooks = [nbformat.read(os.path.join(source, name), as_version=4) for name in names]
    links = [(page_name(name), html.escape(title(notebook))) for name, notebook in zip(names, notebooks)]
    for i, (name, words) in enumerate(links):
        before = f'<a href="{os.path.basename(links[i - 1][0])}">&larr; {links[i - 1][1]}</a>' if i else "<span></span>"
        after = f'<a href="{os.path.basename(links[i + 1][0])}">{links[i + 1][1]} &rarr;</a>' if links[i + 1:] else ""
        back = "All notebooks" if language(name) == "en" else "全部笔记本"
        top = f'<nav><a href="{os.path.relpath("index.html", os.path.dirname(name))}">{back}</a></nav>'
        write(os.path.join(folder, name), words, f"{top}\n{body(notebooks[i])}\n<nav>{before}{after}</nav>", language(name))
    return "\n".join(f'<li><a href="{name}">{without_number(words)}</a></li>' for name, words in links)


def language(name):
    return "zh-CN" if name.split(os.sep)[0] == "zh" else "en"


def page_name(name):
    return os.path.splitext(name)[0] + ".html"


def title(notebook):
    return notebook.cells[0].source.splitlines()[0].lstrip("# ")


def without_number(words):
    return re.sub(r"^\D*\d+\. ", "", words)


def body(notebook):
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            cell.source = DETAILS.sub(rendered, cell.source.replace(".ipynb)", ".html)"))
        for output in cell.get("outputs", []):
            if "image/png" in output.get("data", {}):
                output.data = {"text/html": figure(output.data)}
    return HTMLExporter(template_name="basic").from_notebook_node(notebook)[0]


def rendered(details):
    return details[1] + markdown2html(details[2]) + "</details>"


def figure(data):
    """A picture with its words, for those who cannot see it too."""
    words = html.escape("".join(data.get("text/plain", "picture")))
    png = "".join(data["image/png"].split())
    kind = ' class="grid"' if GRID.match(words) else ""  # whose few pixels stay sharp; a chart's lines are smoothed
    return f'<figure{kind}><img alt="{words}" src="data:image/png;base64,{png}"><figcaption>{words}</figcaption></figure>'


def write(path, words, content, language="en"):
    with open(os.path.join(HERE, "page.css"), encoding="utf-8") as file:
        style = file.read() + HtmlFormatter(style="default").get_style_defs(".highlight")
    with open(path, "w", encoding="utf-8") as file:
        file.write(PAGE.format(language=language, title=words, style=style, body=content))


if __name__ == "__main__":
    main()
