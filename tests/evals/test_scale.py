"""The speed command on a few passages: every stage is timed, and nothing is left behind."""

import re
from pathlib import Path

from evals.scale import measure_scale


def test_every_stage_is_reported(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    paragraphs = [
        f"ตลาดแห่งที่ {n} เปิดเมื่อวันที่ {n} มีนาคม 2565 มีแผงค้า {n * 7} แผง และมีผู้ค้าจากหลายจังหวัด"
        for n in range(1, 9)
    ]
    article.write_text("\n\n".join(paragraphs), encoding="utf-8")
    said: list[str] = []
    measure_scale([str(article)], passages=350, questions=2, say=said.append)
    report = "\n".join(said)
    assert (added := re.search(r"Adding (\d+) passages, ([\d,]+) characters: median", report))
    assert 200 <= int(added[1]) <= 400
    for stage in ("chunks", "words and glosses", "database", "encode", "dense", "windows"):
        (milliseconds,) = re.findall(rf"^  {stage} +([\d.]+) ms$", report, re.MULTILINE)
        assert float(milliseconds) > 0, stage
    held = re.search(r"^([\d,]+) passages in the index$", report, re.MULTILINE)
    assert held and int(held[1].replace(",", "")) >= 350
    assert re.search(r"^Search: median \d+ ms, 95th of 100 \d+ ms$", report, re.MULTILINE)
    assert "First search after a document was added" in report
