"""The texts of the documents, for those who have them: ``<document id>.txt``, UTF-8, in a folder of their own."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from interlocal.errors import SourceError
from interlocal.graph.passages import Text


def read_texts(folder: Path, documents: Collection[str]) -> dict[str, Text]:
    """The texts in ``folder`` of ``documents``; raises SourceError when it holds none, or one that cannot be read."""
    texts = {}
    for document in sorted(documents):
        path = folder / f"{document}.txt"
        try:
            if path.is_file():
                texts[document] = Text(path.read_text(encoding="utf-8"))
        except UnicodeDecodeError as error:
            raise SourceError("a byte that is not UTF-8", where=str(path), todo="Save the text as UTF-8.") from error
        except OSError as error:
            raise SourceError(f"cannot be read ({error.strerror})", where=str(path)) from error
    if not texts:
        expected = ", ".join(f"{document}.txt" for document in sorted(documents))
        raise SourceError("holds no text of a document", where=str(folder), todo=f"It should hold one of: {expected}.")
    return texts
