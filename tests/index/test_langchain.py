import asyncio
import subprocess
import sys
from pathlib import Path

import pytest
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import RunnableLambda
from pydantic import ValidationError

from index import Index, ThamtopEmbeddings, ThamtopRetriever
from sources import Document
from tests.fakes import FakeEncoder

Corpus = dict[str, Document]


@pytest.fixture
def filled(index: Index, corpus: Corpus) -> Index:
    for document in corpus.values():
        index.add(document)
    index.embed_pending()
    return index


def test_the_retriever_returns_the_hits_as_documents(filled: Index) -> None:
    hits = filled.search("Who lends a violin?", 3)
    documents = ThamtopRetriever(index=filled, k=3).invoke("Who lends a violin?")
    assert [document.page_content for document in documents] == [hit.passage.text for hit in hits]
    assert [document.metadata for document in documents] == [
        {
            "document_id": hit.passage.document_id,
            "title": hit.title,
            "language": hit.language,
            "start": hit.passage.start,
            "end": hit.passage.end,
            "score": hit.score,
        }
        for hit in hits
    ]


def test_offsets_point_into_the_stored_text(filled: Index) -> None:
    for found in ThamtopRetriever(index=filled).invoke("ตลาดน้ำ"):
        text = filled.document(found.metadata["document_id"]).text
        assert text[found.metadata["start"] : found.metadata["end"]] == found.page_content


def test_the_retriever_works_in_a_chain_and_asynchronously(filled: Index) -> None:
    retriever = ThamtopRetriever(index=filled, k=1)
    assert isinstance(retriever, BaseRetriever)
    chain = retriever | RunnableLambda(lambda documents: documents[0].metadata["title"])
    assert chain.invoke("violin") == "Violins on loan"
    assert [d.metadata["title"] for d in asyncio.run(retriever.ainvoke("violin"))] == [
        "Violins on loan"
    ]


def test_at_least_one_passage_must_be_asked_for(index: Index) -> None:
    with pytest.raises(ValidationError):
        ThamtopRetriever(index=index, k=0)


def test_embeddings_are_the_encoder_vectors() -> None:
    encoder = FakeEncoder()
    embeddings = ThamtopEmbeddings(encoder)
    question = embeddings.embed_query("red boat")
    passages = embeddings.embed_documents(["red boat", "ฝนตกหนัก"])
    assert question == encoder.encode_query("red boat").tolist()
    assert passages == encoder.encode_document(["red boat", "ฝนตกหนัก"]).tolist()
    assert {type(value) for value in [*question, *passages[1]]} == {float}
    assert embeddings.embed_documents([]) == []
    assert asyncio.run(embeddings.aembed_query("red boat")) == question


def test_langchain_is_imported_only_by_those_who_use_it() -> None:
    code = (
        "import index, sys; before = 'langchain_core' in sys.modules; "
        "from index import ThamtopRetriever; print(before, 'langchain_core' in sys.modules)"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "True"]


def test_an_unknown_name_is_still_an_error() -> None:
    import index

    with pytest.raises(AttributeError, match="no attribute 'ThamtopRetreiver'"):
        getattr(index, "ThamtopRetreiver")  # noqa: B009
