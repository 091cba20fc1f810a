"""The assistant over a real index, without its encoder."""

from pathlib import Path

from assistant.assistant import Assistant
from assistant.question import understand
from index import Index
from sources import Document, Settings

THAI = "การรถไฟเปิดสายแรกเมื่อ พ.ศ. 2436 จากกรุงเทพถึงปากน้ำ โดยบริษัทเอกชนได้รับสัมปทาน"
ENGLISH = "The Khun Tan tunnel on the northern line is 1,352 metres long and was opened in 1921."


def test_a_passage_of_a_bilingual_document_is_read_in_its_own_language(tmp_path: Path) -> None:
    index = Index.open(Settings(home=tmp_path, reranker="none"))
    text = "\n\n".join([THAI * 9, ENGLISH * 9])
    index.add(Document.create(title="รถไฟไทย", text=text, origin="x"))
    assistant = Assistant(index)
    told: dict[str, str] = {}
    for asked in ("How long is the Khun Tan tunnel?", "สายแรกเปิดเมื่อไร"):
        hits = assistant._search(understand(asked))
        told |= {hit.passage.text[:3]: hit.language for hit in hits}
    assert told == {THAI[:3]: "th", ENGLISH[:3]: "en"}
    assistant.close()
