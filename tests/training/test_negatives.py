from types import SimpleNamespace

from tests.assistant.fakes import hit
from training.items import Item
from training.negatives import Asked, fill, item_questions, tempting

TEXTS = {
    "a-01/en": "The bridge was opened in 1932.",
    "a-02/en": "The bridge of Mandalay was opened in 1934.",
    "a-03/en": "The tunnel was opened on the day of the bridge, in 1932.",
}


class FakeIndex:
    def __init__(self) -> None:
        self.texts: list[str] = []

    def add(self, document) -> None:
        self.texts.append(document.text)

    def entries(self) -> list[SimpleNamespace]:
        return [SimpleNamespace(passages=1) for _ in self.texts]

    def embed_pending(self, progress) -> None:
        for done in range(1, 10):
            progress(done, 9)
            assert done < len(self.texts), "windows are not waited for"

    def search(self, question: str, k: int) -> list:
        return [hit(text, "en", title=text[:40]) for text in self.texts]


def test_what_tempts_is_another_text_without_the_answer():
    index = FakeIndex()
    names = fill(index, TEXTS)
    assert set(names.values()) == {"a-01", "a-02", "a-03"}
    found = index.search("", 8)
    own = {h.passage.document_id: name for h, name in zip(found, names.values(), strict=True)}
    asked = Asked("When was the bridge opened?", "a-01", ("1932", "ค.ศ. 1932"))
    assert tempting(index, own, asked) == [TEXTS["a-02/en"]]
    nothing = Asked("Who opened the bridge?", "a-01", ())
    assert tempting(index, own, nothing) == [TEXTS["a-02/en"], TEXTS["a-03/en"]]


def test_questions_are_asked_in_both_languages_and_unanswerable_ones_too():
    asked = ({"th": "เปิดเมื่อไร", "en": "When?"}, {"th": "ค.ศ. 1932", "en": "1932"})
    item = Item("a-01", {"th": "", "en": ""}, (asked,), ({"th": "ใคร", "en": "Who?"},))
    found = {(one.question, one.answers) for one in item_questions([item])}
    answers = ("ค.ศ. 1932", "1932")
    assert found == {("เปิดเมื่อไร", answers), ("When?", answers), ("ใคร", ()), ("Who?", ())}
