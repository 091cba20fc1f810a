"""What most tests need: settings in a fresh folder, a fake encoder, a few small articles."""

from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from index import Index
from sources import Document, Settings
from tests.fakes import FakeEncoder

# A first example may load a dictionary, and a busy machine is no fault of the code.
hypothesis.settings.register_profile("thamtop", deadline=None)
hypothesis.settings.load_profile("thamtop")

MARKET_TH = """ตลาดน้ำบ้านคลองสนเปิดให้เข้าชมทุกวันเสาร์ ตั้งแต่หกโมงเช้าจนถึงเที่ยงวัน แม่ค้าพายเรือมาขาย\
ก๋วยเตี๋ยว ขนมครก และผลไม้จากสวน

นายกเทศมนตรีสมหมาย แก้วใส กล่าวว่าเมื่อปี พ.ศ. ๒๕๖๓ มีนักท่องเที่ยวมาเยือน ๔๕,๐๐๐ คน และน้ำท่วมทำให้ต้องปิดตลาด\
สองเดือน"""
MARKET_EN = """The floating market of Ban Khlong Son opens every Saturday from six in the morning \
until noon. Vendors row in with noodles, coconut cakes and fruit from the orchards.

Mayor Sommai Kaewsai said that 45,000 tourists came in 2020, and that a flood closed the market \
for two months."""
TURTLES_TH = """เต่าทะเลขึ้นมาวางไข่บนชายหาดเกาะจันทร์เป็นครั้งแรกในรอบสิบปี เจ้าหน้าที่กั้นรั้วรอบหลุมไข่ไว้ทั้งคืน

นักวิจัยนับไข่ได้ ๑๑๒ ฟอง และคาดว่าลูกเต่าจะฟักออกมาในเดือนมกราคม"""
LIBRARY_EN = """The town library lends musical instruments as well as books. A violin may be kept \
for three weeks, a drum for one.

Librarian Helen Moore began the service after pupils asked for somewhere to practise."""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Return settings whose data folder does not exist yet."""
    return Settings(home=tmp_path / "home")


@pytest.fixture
def encoder() -> FakeEncoder:
    """Return an encoder that is fast and remembers its calls."""
    return FakeEncoder()


@pytest.fixture
def index(settings: Settings, encoder: FakeEncoder) -> Iterator[Index]:
    """Return an empty index."""
    with Index.open(settings, encoder) as index:
        yield index


@pytest.fixture
def corpus() -> dict[str, Document]:
    """Return four articles: one in two aligned editions, one in Thai only, one in English only."""
    rows = {
        "market_th": ("ตลาดน้ำบ้านคลองสน", MARKET_TH, "market"),
        "market_en": ("The floating market", MARKET_EN, "market"),
        "turtles_th": ("เต่าทะเลวางไข่", TURTLES_TH, None),
        "library_en": ("Violins on loan", LIBRARY_EN, None),
    }
    return {
        name: Document.create(title=title, text=text, origin=name, edition=edition)
        for name, (title, text, edition) in rows.items()
    }
