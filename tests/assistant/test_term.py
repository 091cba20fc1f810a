"""A date that begins something is no deadline, and a deadline is no beginning."""

import pytest

from assistant.question import understand
from assistant.term import of_another_end

PHASE = "ระยะที่สองจะเริ่มในวันที่ 1 มีนาคม พ.ศ. 2569 โดยรับสมัครจนถึงวันที่ 30 มกราคม พ.ศ. 2569"
FEES = "Applications start on 3 May 2020 and close on 9 May 2020, at noon."


@pytest.mark.parametrize(
    ("question", "text", "date", "other"),
    [
        ("What's the deadline to apply for phase two?", PHASE, "1 มีนาคม พ.ศ. 2569", True),
        ("What's the deadline to apply for phase two?", PHASE, "ในวันที่ 1 มีนาคม พ.ศ. 2569", True),
        ("What's the deadline to apply for phase two?", PHASE, "30 มกราคม พ.ศ. 2569", False),
        ("ปิดรับสมัครระยะที่สองวันไหน", PHASE, "1 มีนาคม พ.ศ. 2569", True),
        ("ปิดรับสมัครระยะที่สองวันไหน", PHASE, "30 มกราคม พ.ศ. 2569", False),
        ("ระยะที่สองเริ่มเมื่อไร", PHASE, "30 มกราคม พ.ศ. 2569", True),
        ("ระยะที่สองเริ่มเมื่อไร", PHASE, "1 มีนาคม พ.ศ. 2569", False),
        ("When is the last day to apply?", FEES, "3 May 2020", True),
        ("When is the last day to apply?", FEES, "9 May 2020", False),
        ("When do applications start?", FEES, "9 May 2020", True),
        ("When do applications start?", FEES, "3 May 2020", False),
        ("What date did applications get going?", FEES, "9 May 2020", True),
        ("What date did applications get going?", FEES, "3 May 2020", False),
        ("On what date did applications wrap up?", FEES, "3 May 2020", True),
        # Neither is asked for, or both; or no date is.
        ("When can one apply?", FEES, "3 May 2020", False),
        ("When did the term start and what is its last day?", FEES, "9 May 2020", False),
        ("Who started it?", FEES, "9 May 2020", False),
        ("เริ่มก่อสร้างเมื่อไร", "จะเริ่มก่อสร้างภายในเดือนมิถุนายน 2565", "มิถุนายน 2565", False),
    ],
)
def test_which_end_a_date_is(question: str, text: str, date: str, other: bool) -> None:
    start = text.index(date)
    assert of_another_end(understand(question), text, (start, start + len(date))) is other


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("deadline to apply for phase two?", "when"),
        ("What is the deadline?", "when"),
        ("What's the final cut-off?", "when"),
        ("Who set the deadline?", "who"),
    ],
)
def test_a_deadline_is_a_time(question: str, kind: str) -> None:
    assert understand(question).kind == kind
