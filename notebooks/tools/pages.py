"""Makes pages of notebooks that any browser shows with no network: no script, no font, no file beside them."""
import glob
import html
import os
import sys

import nbformat
from nbconvert import HTMLExporter
from pygments.formatters import HtmlFormatter

HERE = os.path.dirname(os.path.abspath(__file__))
PAGE = """<!DOCTYPE html>
<html lang="en">
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
    write_all(sorted(glob.glob(os.path.join(os.path.dirname(HERE), "*.ipynb"))), folder)
    print("notebooks/start: the pages are in", folder, "- begin with index.html")


def write_all(paths, folder):
    """A page for each notebook, with links to its neighbours, and index.html."""
    os.makedirs(folder, exist_ok=True)
    notebooks = [(page_name(path), nbformat.read(path, as_version=4)) for path in paths]
    links = [(name, title(notebook)) for name, notebook in notebooks]
    for i, (name, notebook) in enumerate(notebooks):
        before = f'<a href="{links[i - 1][0]}">&larr; {html.escape(links[i - 1][1])}</a>' if i else "<span></span>"
        after = f'<a href="{links[i + 1][0]}">{html.escape(links[i + 1][1])} &rarr;</a>' if links[i + 1:] else ""
        top = '<nav><a href="index.html">All notebooks</a></nav>'
        write(os.path.join(folder, name), links[i][1], f"{top}\n{body(notebook)}\n<nav>{before}{after}</nav>")
    write(os.path.join(folder, "index.html"), "gan4j: the notebooks", index(links))


def page_name(path):
    return os.path.splitext(os.path.basename(path))[0] + ".html"


def title(notebook):
    return notebook.cells[0].source.splitlines()[0].lstrip("# ")


def index(links):
    items = "\n".join(f'<li><a href="{name}">{html.escape(words.split(" ", 1)[1])}</a></li>' for name, words in links)
    words = "A GAN in Java, from the digits to an honest judgement."
    return f"<h1>gan4j: the notebooks</h1>\n<p>{words}</p>\n<ol>\n{items}\n</ol>"


def body(notebook):
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            cell.source = cell.source.replace(".ipynb)", ".html)")
        for output in cell.get("outputs", []):
            if "image/png" in output.get("data", {}):
                output.data = {"text/html": figure(output.data)}
    return HTMLExporter(template_name="basic").from_notebook_node(notebook)[0]


def figure(data):
    """A picture with its words, for those who cannot see it too."""
    words = html.escape("".join(data.get("text/plain", "picture")))
    png = "".join(data["image/png"].split())
    return f'<figure><img alt="{words}" src="data:image/png;base64,{png}"><figcaption>{words}</figcaption></figure>'


def write(path, words, content):
    with open(os.path.join(HERE, "page.css"), encoding="utf-8") as file:
        style = file.read() + HtmlFormatter(style="default").get_style_defs(".highlight")
    with open(path, "w", encoding="utf-8") as file:
        file.write(PAGE.format(title=html.escape(words), style=style, body=content))


if __name__ == "__main__":
    main()
