"""Words by which a question tells its kind, as data.

Each entry is a regular expression over the normalised question in lower case. A Thai question
takes the first kind that fits; an English one the kind whose words stand first, and the order
settles between those that begin at the same place.
"""

_TH_NOUN_OF_TIME = "(?:วัน|ปี|เดือน|ช่วง|ตอน|(?<!ใช้)(?<!ระยะ)(?<!ใน)เวลา|ศตวรรษ|ยุค|สมัย)(?:ที่|เวลา)?"
_TH_WHICH = "(?:ไหน|ใด|อะไร|เท่าไร|เท่าไหร่|เท่าใด)"
_TH_ASKS = "(?:ไหน|ใด|อะไร|ใคร|กี่|เท่าไ|เมื่อไ|ทำไม|ยังไง|อย่างไร)"
_TH_PARTICLES = "(?:คะ|ค่ะ|ครับ|คับ|ฮะ|จ๊ะ|นะ|ล่ะ|อ่ะ|อะ|กัน|แน่)*"
# What closes a yes-or-no question that is put after a statement, with ใช่ or จริง before it.
TH_WHETHER = (
    r"\s?(?:ด้วย|อยู่|กัน)*\s?(?:ใช่|จริง)?"
    r"(?:หรือไม่|หรือเปล่า|หรือป่าว|รึเปล่า|ไหม|มั้ย|ป่ะ|ปะ)(?:คะ|ครับ|ค่ะ)?\s?\?*"
)
TH_END = rf"{_TH_PARTICLES}\s*[?？]*$"
_TH_PERSON = "(?:คน|หัวหน้า|โฆษก|รัฐมนตรี|ประธาน|เลขา|ผู้|นายก|ภรรยา|สามี|พ่อ|แม่|ลูก(?:ชาย|สาว)|นัก)"
_TH_KNOWING = "(?<!รู้)(?<!ทราบ)(?<!บอกได้)(?<!บอก)(?<!ผ้า)(?<!เส้น)(?<!ตัว)(?<!ใย)"
_EN_ASKED = r"\b(?:what|which)"
_EN_WHICH = rf"{_EN_ASKED} (?:[\w-]+ )?"
_EN_IS = r"(?:is|was|are|were|'s)"
_EN_PERSON = (
    r"(?:(?:vice |prime |foreign |deputy )*(?:minister|president|spokes\w+|king|queen|emperor|"
    r"leader|author|writer|artist|actor|singer|player|scientist|official|general|commander|"
    r"governor|mayor|director|secretary|founder|owner|chair\w*|person|man|woman))"
)
_EN_MEASURE = (
    r"(?:percentage|percent|proportion|share|amount|price|cost|budget|fee|salary|value|population|"
    r"length|height|width|depth|weight|size|speed|distance|temperature|rate|area|age|capacity)"
)
_EN_GROUPED = (
    r"(?:countries|nations|parties|topics|areas|states|groups|members|cities|subjects|things|"
    r"fields|issues|two|three|four|five|six|seven|kinds|types|sorts)"
)
_EN_PLACE = (
    r"(?:[\w-]+ )?(?:country|world|city|town|capital|region|province|island|continent|state|globe|"
    r"kingdom|empire|coast|river|sea|ocean|building|site|[a-z]+land|asia|africa|europe|america)"
)
_EN_FEW = r"(?:two|three|four|five|six|seven|eight|nine|ten|\d+)"
_EN_PLURAL = r"(?!was |does |has |this |its )[a-z]{2,}(?<![sui])s"
# (Tell me) the date of …
_EN_GIVE = r"^(?:please )?(?:(?:give|state|provide|find)(?: me| us)? )?"
_EN_VERB = (
    r"(?:are|were|have|had|do|does|did|will|would|can|could|should|must|took|take|signed|join)"
)

THAI = (
    (
        "yes_no",
        (
            # "Which agency judges whether it worked?" does not ask whether.
            rf"^(?!.*{_TH_ASKS}.*ว่า.*หรือไม่).*หรือไม่(?=\s|{_TH_PARTICLES}[?？]*$|ที่|ว่า|ใน|เมื่อ)",
            rf"หรือ(?:เปล่า|ยัง)?{TH_END}",
            r"หรือเปล่า(?=\s)",
            "ใช่ไหม",
            f"ใช่(?:ปะ|ป่ะ|ป่าว|เปล่า|ม่ะ|มะ){TH_END}",
            "ใช่มั้ย",
            "จริง(?:ไหม|มั้ย|หรือ(?:ไม่|เปล่า)?|รึเปล่า)(?!\\S*(?:อะไร|ใคร))",
            rf"{_TH_KNOWING}(?:ไหม|มั้ย|มั๊ย){_TH_PARTICLES}(?=\s|[?？]|$)",
            rf"(?:รึเปล่า|หรือป่าว|รึป่าว|ป่าว|ป่ะ){TH_END}",
            # After a word that asks it only softens: "ประชุมวันไหนเหรอ".
            rf"^(?!.*{_TH_ASKS}).*เหรอ{TH_END}",
        ),
    ),
    (
        "stands_for",
        (
            "ย่อมาจาก",
            "คำย่อของ",
            r"\b[a-z]{2,8}\s?(?:หมายถึง|แปลว่า)",
            "ชื่อเต็ม",
            "คำเต็ม",
            "ตัวย่อ",
            "อักษรย่อ",
            "ชื่อย่อ",
        ),
    ),
    ("why", ("ทำไม", "เหตุใด", "เพราะอะไร", "เพื่ออะไร", "(?:สา|เพราะ)เหตุ(?:ใด|อะไร)", "คือสาเหตุ")),
    ("how", ("อย่างไร", "ยังไง", "(?:เป็น|ว่า|ทำ)ไง", "วิธี(?:ใด|ไหน|อะไร)", "ด้วยวิธี")),
    (
        "list",
        (
            r"(?:อะไร|ใด|ไหน|ใคร)\s*(?:บ้าง|มั่ง)",
            rf"(?:บ้าง|มั่ง){TH_END}",
            "มีอะไร",
            r"ได้แก่\S*(?:อะไร|ใด|ไหน|ใคร)",
            "ยกตัวอย่าง",
            "(?:ขอ|บอก|ระบุ|ไล่|แจก)(?:ทราบ|แจง)?(?:รายชื่อ|ชื่อ\\S*(?:ทั้ง|เหล่า|ต่าง|แต่ละ))",
        ),
    ),
    (
        "when",
        (
            "เมื่อ(?:ไร|ใด|ไหร่)",
            rf"{_TH_NOUN_OF_TIME}\s*{_TH_WHICH}",
            "กี่(?:โมง|ทุ่ม|นาฬิกา)",
            rf"(?<!เ)(?:พ\.?\s?ศ\.?|ค\.?\s?ศ\.?)\s*{_TH_WHICH}",
            r"(?:วันที่|(?<!กี่)ปี|พ\.\s?ศ\.|ค\.\s?ศ\.)\s*[?？]*$",
        ),
    ),
    ("how_many", ("(?<!เ)กี่", r"จำนวน\s*เท่า(?:ไร|ใด|ไหร่)", r"ครั้งที่\s*เท่า(?:ไร|ใด|ไหร่)")),
    ("how_much", ("เท่า(?:ไร|ใด|ไหร่)", "แค่ไหน", "(?:มากน้อย)?เพียงใด")),
    (
        "who",
        (
            "ใคร",
            "(?:ผู้|คน|ท่าน|บุคคล)(?:ใด|ไหน)",
            rf"{_TH_PERSON}\S*\s?ชื่อ(?:ว่า)?อะไร",
        ),
    ),
    ("which", (r"(?:องค์การ|องค์กร|หน่วยงาน|บริษัท|ธนาคาร|สถาบัน|มหาวิทยาลัย)\S*?แห่ง(?:ใด|ไหน)",)),
    (
        "where",
        (
            "ที่(?:ไหน|ใด)",
            "แห่ง(?:ใด|ไหน)",
            "(?:ตรง|จาก|อยู่|ไป|แถว)ไหน",
            "(?:เมือง|จังหวัด|สถานที่|ทวีป|ภูมิภาค|กรุง|อำเภอ)(?:ใด|ไหน|อะไร)",
            "(?:อยู่|เกิด|จัด)(?:ใน|ที่)ประเทศ(?:ใด|ไหน|อะไร)",
        ),
    ),
    ("which", ("ใด", "ไหน")),
    ("what", ("อะไร", "ชื่อไร", "คือ")),
    ("which", ("หรือ",)),
    ("how_many", ("^จำนวน(?!เงิน)",)),
)

ENGLISH = (
    (
        "stands_for",
        (
            r"\bstands? for\b",
            rf"{_EN_ASKED}.*\b(?:stands?|short|abbreviation|acronym) (?:for|of)\b",
            rf"{_EN_ASKED}.*\bfull (?:\w+ )?(?:name|form)\b",
            rf"{_EN_ASKED}.*\b(?:acronym|abbreviation|initials|letters)\b.*\bmean\b",
            r"\bfull (?:\w+ )?(?:name|form) (?:of|behind|for)\b",
            r"\bspell(?:ed|t)? out\b",
            r"\bin full\b",
            r"\bmeant by [a-z]{2,8}\b",
            r"^expand [a-z]{2,8}\b",
            r"\bwhat (?:do|does) (?:the (?:letters|initials|acronym|abbreviation) )?"
            r"(?!(?:this|that|these|those|it|he|she|they|we|you)\b)[a-z]{2,7} "
            r"(?:actually |really )?mean\b",
            rf"{_EN_ASKED}.*\b(?:(?:english|thai|full) expansion of|"
            r"expansion of the (?:acronym|abbreviation|initials|letters))\b",
        ),
    ),
    (
        "why",
        (
            r"\bwhy\b",
            r"\bhow come\b",
            rf"{_EN_ASKED} (?:reason|purpose)\b",
            rf"\bwhat(?: {_EN_IS}|'s) (?:\w+ )?"
            r"(?:reasons?|purpose|point of|causes?|aims?|goals?|objectives?)\b",
            r"\bwhat (?:caused|led to|made)\b",
        ),
    ),
    (
        "how_many",
        (
            r"\bhow many\b",
            r"\b(?:total|what (?:is|was|'s) the) (?:headcount|attendance|turnout)\b",
            r"\bwhat (?:total )?number of\b",
            rf"\bwhat(?: {_EN_IS}|'s) the (?:\w+ )?(?:number|count) of\b",
            rf"{_EN_GIVE}the (?:total |exact )?number of\b",
            r"^(?:(?:total|exact|overall) )?number of (?!the\b|an?\b)",
        ),
    ),
    (
        "how_much",
        (
            r"\bhow (?:much|long|far|large|big|tall|high|old|deep|wide|fast|often|heavy|hot)\b",
            rf"\bwhat(?:'s)? (?:{_EN_IS} )?(?:the |its |their |his |her )?(?:\w+ )?{_EN_MEASURE}\b",
            r"\bwhat (?:would|will|does|did|do) [^?]*\b(?:cost|set \w+ back)\b",
        ),
    ),
    (
        "when",
        (
            r"\bwhen\b",
            r"\bhow soon\b",
            rf"{_EN_GIVE}the (?:exact )?(?:dates?|day|year|time) (?:of|on|at|in)\b",
            rf"{_EN_WHICH}(?:years?|dates?|days?|nights?|months?|minute|century|decade|time|era|"
            r"period|opening hours)\b",
            rf"\bwhat(?: {_EN_IS}|'s) (?:the )?(?:[\w-]+ )?(?:date|year|day|deadline|cut-?off)\b",
            r"^(?:the )?(?:deadline|closing date|due date)\b",
        ),
    ),
    (
        "how",
        (
            r"\bhow\b",
            rf"{_EN_ASKED} (?:ways?|means|method|manner)\b",
        ),
    ),
    (
        "list",
        (
            rf"{_EN_WHICH}{_EN_GROUPED}\b",
            rf"{_EN_ASKED} (?:\w+ )?{_EN_PLURAL} {_EN_VERB}\b",
            r"\bwho (?:are|were) (?:the )?(?:\w+ )?\w+(?<!s)s\b",
            r"\b(?:name|(?:give|show|tell) (?:me|us)) "
            rf"(?:(?:the|all|any|both|of|[\w-]+['’]s?|{_EN_FEW}) )+"
            r"(?:\w+ ){0,2}\w+(?<!s)s\b",
            # (Tell me) the three main causes.
            rf"^(?:(?:all|both) (?:of )?)?(?:the )?{_EN_FEW} (?:\w+ ){{0,2}}\w+(?<!s)s\b",
            r"\bwho else\b",
            r"\blist\b",
            r"^(?:please )?(?:give|show)\b.*\b(?:examples|names)\b",
            r"\b(?:what|which) (?:are|were)\b",
        ),
    ),
    (
        "who",
        (
            r"\bwho(?:m|se)\b",
            # After a noun it opens a relative clause.
            r"(?:^|[,;:.?!] *|\b(?:by|to|for|from|with|of|and|but|so|then|was|is|name|say) )who\b",
            rf"{_EN_ASKED} {_EN_PERSON}\b",
            rf"\bwhat {_EN_IS} the name of (?:the |an? )?{_EN_PERSON}\b",
            rf"^name (?:the |an? )?(?:[\w-]+ ){{0,2}}?{_EN_PERSON}\b",
            rf"{_EN_GIVE}(?:the )?name of (?:the |an? )?(?:[\w-]+ ){{0,2}}?{_EN_PERSON}\b",
            rf"\bwhat {_EN_IS} (?:(?:\w+ )*{_EN_PERSON}'s|his|her) name\b",
        ),
    ),
    (
        "where",
        (
            r"\bwhere\b",
            rf"{_EN_WHICH}(?:city|town|place|location|continent|region|province)\b",
            rf"{_EN_ASKED} part of (?:the )?{_EN_PLACE}\b",
            r"\bin (?:what|which) country\b",
        ),
    ),
    ("which", (r"\bwhich\b",)),
    ("what", (r"\bwhat\b",)),
    ("who", (r"^(?!.*\b(?:what|which|when|where|why|how)\b).*\bwho\b",)),
)

# Asking politely, before the question itself.
ENGLISH_LEAD = (
    r"^(?:(?:so|and|but|then|well|ok|okay|please|hi|hello|also)\b[, ]*|"
    r"(?:can|could|would|will) you (?:please )?(?:tell (?:me|us)|say)\b[, ]*|"
    r"(?:can|could|would|will) you (?:please )?(?=name|list|give|explain|describe|show)|"
    r"do you (?:happen to )?know\b[, ]*|(?:please )?tell (?:me|us)\b[, ]*|may i ask\b[, ]*|"
    r"i(?:'d| would)? (?:want|like) to know\b[, ]*|any idea\b[, ]*)+"
)
# Of these a question follows on "if" or "whether".
ENGLISH_TELLING = r"\b(?:tell|say|know|like|want|idea|ask)\b"
_EN_AUXILIARY = (
    r"(?:is|are|was|were|do|does|did|will|would|can|could|has|have|had|should|may|might|must|shall)"
    r"(?:n't)?"
)
# "When the bridge fell, ": a clause before the question, which does not ask itself.
ENGLISH_FRONTED = (
    r"^(?:if|when|after|before|once|unless|while|since|because|as|in|on|at|by|for|under|with|during|"
    rf"according|from|given|without|besides|apart)\b"
    rf"(?! (?:what|which|whom?|whose|{_EN_AUXILIARY})\b)"
    rf"[^,?]*(?:,[^,?]*)?, (?=(?:who|whom|whose|what|which|when|where|why|how|{_EN_AUXILIARY})\b)"
)
ENGLISH_YES_NO = (
    r"^(?:is|are|was|were|do|does|did|will|would|can|could|has|have|had|should|may|might|must|shall|"
    r"isn't|aren't|wasn't|weren't|doesn't|don't|didn't|won't|hasn't|haven't|can't)\b|"
    r", (?:right|correct|true|yes|no|yes or no|"
    r"(?:is|are|was|were|do|does|did|will|has|have)(?:n't)? (?:it|they|he|she|there|we))[ ?]*$|"
    # "I heard that it burnt down. Is that right?"
    r"[.,;:!?–—-] *(?:is|was) (?:that|this|it) (?:really |actually |also |still )?"
    r"(?:right|correct|true|so|accurate|the case)[ ?]*$"
)
# "I live there - do I have to pay?": after something told, where no other word asks.
ENGLISH_ASIDE_YES_NO = (
    rf"[.,;:!?–—-] *(?:so |and |but |then )?{_EN_AUXILIARY} (?:i|we|you|it|there|they|he|she|"
    r"this|that|these|those|the|an?|my|our|any|all)\b[^.!]*$"
)
# "A or B?" asks for one of them; "two or more" and "or not" do not.
ENGLISH_CHOICE = r" or (?!(?:more|less|fewer|not|no|so|later|earlier|any|other)\b)"
