"""Words by which a question tells its kind, as data: the first kind that fits is taken.

Each entry is a regular expression over the normalised question in lower case; the order settles
questions in which the words of two kinds stand.
"""

_TH_NOUN_OF_TIME = "(?:วัน|ปี|เดือน|ช่วง|เวลา|ศตวรรษ|ยุค|สมัย)(?:ที่|เวลา)?"
_TH_WHICH = "(?:ไหน|ใด|อะไร|เท่าไร|เท่าไหร่|เท่าใด)"
_TH_PARTICLE = r"(?:คะ|ครับ|ค่ะ|นะ)*\s*[?？]?$"
_EN_WHICH = r"\b(?:what|which) (?:\w+ )?"

THAI = (
    (
        "yes_no",
        (
            "หรือไม่",
            rf"หรือ(?:เปล่า|ยัง){_TH_PARTICLE}",
            "ใช่ไหม",
            "ใช่มั้ย",
            rf"(?:ไหม|มั้ย|รึเปล่า){_TH_PARTICLE}",
        ),
    ),
    ("stands_for", ("ย่อมาจาก", "ชื่อเต็ม", "คำเต็ม", "ตัวย่อ")),
    ("list", (r"(?:อะไร|ใด|ไหน|ใคร)\s*บ้าง", rf"บ้าง{_TH_PARTICLE}", "มีอะไร")),
    ("why", ("ทำไม", "เหตุใด", "เพราะอะไร", "เพื่ออะไร", "สาเหตุ(?:ใด|อะไร)", "เพราะเหตุ")),
    ("how", ("อย่างไร", "ยังไง", "วิธีใด", "วิธีไหน")),
    (
        "when",
        (
            "เมื่อ(?:ไร|ใด|ไหร่)",
            rf"{_TH_NOUN_OF_TIME}\s*{_TH_WHICH}",
            "กี่โมง",
            rf"(?:พ\.?\s?ศ\.?|ค\.?\s?ศ\.?)\s*{_TH_WHICH}",
        ),
    ),
    ("how_many", ("กี่", r"จำนวน\s*เท่า(?:ไร|ใด|ไหร่)")),
    ("how_much", ("เท่า(?:ไร|ใด|ไหร่)", "แค่ไหน", "มากน้อยเพียงใด")),
    ("who", ("ใคร", "ผู้ใด", "คนใด", "คนไหน", "ท่านใด", "บุคคลใด")),
    (
        "where",
        (
            "ที่(?:ไหน|ใด)",
            "แห่ง(?:ใด|ไหน)",
            "ตรงไหน",
            "(?:เมือง|จังหวัด|สถานที่|ทวีป|ภูมิภาค|กรุง)(?:ใด|ไหน|อะไร)",
        ),
    ),
    ("which", ("ใด", "ไหน")),
    ("what", ("อะไร", "คือ")),
)

ENGLISH = (
    (
        "stands_for",
        (
            r"\bstands? for\b",
            r"\bfull (?:name|form)\b",
            r"\babbreviation\b",
            r"\bacronym\b",
        ),
    ),
    (
        "why",
        (
            r"\bwhy\b",
            r"\bfor what (?:reason|purpose)\b",
            r"\bwhat (?:is|was|were|are) the (?:reasons?|purpose|aims?|goals?)\b",
        ),
    ),
    ("how_many", (r"\bhow many\b", r"\bwhat (?:is|was) the number of\b")),
    (
        "how_much",
        (
            r"\bhow (?:much|long|far|large|big|tall|high|old|deep|wide|fast|often|heavy)\b",
            r"\bwhat (?:percentage|percent|proportion|share|amount|price)\b",
        ),
    ),
    ("how", (r"\bhow\b",)),
    (
        "when",
        (
            r"\bwhen\b",
            rf"{_EN_WHICH}(?:year|date|dates|day|month|century|decade|time|era|period)\b",
        ),
    ),
    ("who", (r"\bwho(?:m|se)?\b",)),
    (
        "where",
        (r"\bwhere\b", rf"{_EN_WHICH}(?:city|town|place|location|continent|region|province)\b"),
    ),
    (
        "list",
        (
            rf"{_EN_WHICH}(?:countries|nations|parties|topics|areas|states|groups|members|cities)\b",
            rf"{_EN_WHICH}(?:subjects|things|fields|issues|two|three|four|five)\b",
            r"\bname (?:the|all|two|three|four|five)\b",
            r"\blist\b",
            r"\b(?:what|which) are\b",
        ),
    ),
    ("which", (r"\bwhich\b",)),
    ("what", (r"\bwhat\b",)),
)

ENGLISH_AUXILIARY = (
    r"^(?:is|are|was|were|do|does|did|will|would|can|could|has|have|had|should|may|might|"
    r"isn't|aren't|wasn't|weren't|doesn't|don't|didn't|won't)\b"
)
