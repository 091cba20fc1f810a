"""Shipped articles: the documents that come with Thamtop."""

from importlib.resources import files

from sources.blob import Blob
from sources.document import Document
from sources.markdown import read_markdown


def shipped_documents() -> list[Document]:
    """Return the shipped articles, in the order of their file names."""
    folder = files("sources") / "articles"
    articles = sorted(
        (file for file in folder.iterdir() if file.name.endswith(".md")),
        key=lambda file: file.name,
    )
    return [
        read_markdown(Blob(file.read_bytes(), f"shipped:{file.name}", file.name))
        for file in articles
    ]
