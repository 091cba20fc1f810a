"""The assistant over a real index, without its encoder."""

from pathlib import Path
from threading import Thread

from assistant.assistant import Assistant
from assistant.conversation import Turn
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


def test_who_has_no_time_gets_the_suggestions_found_so_far(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path, reranker="none")
    with Assistant.open(settings).index as index:
        assistant = Assistant(index)
        assert assistant.suggestions("en", 2, within_s=0.0) == []
        found = assistant.suggestions("en", 2)
        assert len(found) == 2
        assert assistant.suggestions("en", 2, within_s=0.0) == found
        # Two look at once: the one that may not wait does not wait for the other.
        slow = Thread(target=assistant.suggestions, args=("en", 12))
        slow.start()
        assert assistant.suggestions("en", 12, within_s=0.05)[:2] == found
        assert slow.is_alive()
        slow.join()


def test_each_refusal_offers_another_question(tmp_path: Path) -> None:
    with Assistant.open(Settings(home=tmp_path, reranker="none")).index as index:
        assistant = Assistant(index)
        assistant.suggestions("en", 4)  # found beforehand, so that time decides nothing here
        earlier: list[Turn] = []
        offered = []
        for _ in range(3):
            answer = assistant.ask("Who won the chess tournament in Oslo?", earlier)
            assert answer.abstained
            offered.append(answer.suggestion)
            earlier.append(Turn("Who won the chess tournament in Oslo?"))
        assert None not in offered
        assert len(set(offered)) == 3
        asked = Turn(str(offered[0]), "an answer")
        again = assistant.ask("Who won the chess tournament in Oslo?", [asked])
        assert again.suggestion != offered[0]
        known = {one.text: one.short for one in assistant.suggestions("en", 4)}
        told = Turn("The same in other words?", known[str(offered[0])])
        again = assistant.ask("Who won the chess tournament in Oslo?", [told])
        assert again.suggestion != offered[0]
