"""LangChain: the index and its encoder behind LangChain's interfaces, for chains of one's own."""

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.embeddings import Embeddings
from langchain_core.retrievers import BaseRetriever
from pydantic import Field

from index.encoder import Encoder
from index.index import Index
from index.passage import Hit


class ThamtopRetriever(BaseRetriever):
    """Passages for a question, best first, as LangChain documents.

    Attributes:
        index: An open index.
        k: At most how many passages.
    """

    index: Index
    k: int = Field(default=10, ge=1)

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,
    ) -> list[Document]:
        return [_document(hit) for hit in self.index.search(query, self.k)]


class ThamtopEmbeddings(Embeddings):
    """An encoder's vectors, of unit length, as lists of numbers."""

    def __init__(self, encoder: Encoder) -> None:
        """Use an open encoder."""
        self.encoder = encoder

    def embed_query(self, text: str) -> list[float]:
        """Return the vector of a question."""
        vector: list[float] = self.encoder.encode_query(text).tolist()
        return vector

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return the vectors of passages, in their order."""
        vectors: list[list[float]] = self.encoder.encode_document(texts).tolist() if texts else []
        return vectors


def _document(hit: Hit) -> Document:
    passage = hit.passage
    return Document(
        page_content=passage.text,
        metadata={
            "document_id": passage.document_id,
            "title": hit.title,
            "language": hit.language,
            "start": passage.start,
            "end": passage.end,
            "score": hit.score,
        },
    )
