"""Contraries: how often a text denies, counted by words of negation and of the contrary.

Every pair has an affirming and a denying side. Those of ``ALWAYS`` deny by themselves (to forbid
is not to allow); those of ``IF_BOTH`` only where both texts speak of the same (to fall denies
rising, and nothing else).
"""

import re
from dataclasses import dataclass

# What is to be had without paying is free, which is a side of its own and no denial.
_PAYING = r"(?:(?:having|needing) to )?(?:pay(?:ing|ment)?|(?:any |a )?(?:charges?|fees?|costs?))\b"
_NOT_PAYING = r"(?:ต้อง)?(?:เสีย|จ่าย|คิด|เก็บ)(?:เงิน|ตังค์|ค่า|(?=ไหม|มั้ย|หรือ|รึ|ใช่|[\s.?]|$))"
# Limits deny nothing: ไม่เกิน, "may not exceed", "not … more than", "without limit".
NEGATION = {
    "th": re.compile(
        rf"ไม่(?!{_NOT_PAYING}|"
        r"จำกัด(?=เที่ยว|จำนวน|ครั้ง|เวลา|อายุ|คน)|เกิน|น้อยกว่า|ต่ำกว่า|ว่า|เพียง|นาน|ถึง|กี่|แพ้|มากก็น้อย)"
        r"(?:ได้)?|มิได้|มิใช่|มิ(?=อาจ|ให้|ควร|พัก|ต้อง|เคย|มี|ยอม|กล้า|สามารถ|คาด|รู้|ทราบ|ปรากฏ|ทัน|เป็น)|ปราศจาก|ไร้(?!สาย)|อย่า(?!ง)|"
        r"แม้แต่(?:คน)?เดียว"
    ),
    "en": re.compile(
        r"\b(?:not(?! only| a single| exceed| later| earlier| less| fewer|[^,.;]{0,24}\bmore than)|"
        r"not a single|no(?! (?:later|more|less|fewer|earlier) than|\.|\s?\d)|never|none|nothing|"
        r"nobody|neither|"
        rf"without(?! limits?\b| {_PAYING})|cannot|hardly|unable)\b|n't\b"
    ),
}
# Twice the same denial: "no … nor", ไม่มี … แม้แต่คนเดียว.
_TWICE = re.compile(r"(ไม่(?:ได้)?)((?:(?!ไม่).)*?)แม้แต่(?:คน)?เดียว")

_ALWAYS = (
    (r"อนุญาต|\b(?:allow\w*|permit\w*)\b",
     r"ห้าม(?!ล้อ)|\b(?:ban|bans|banned|banning|forb[ia]d\w*|forbade|prohibit\w*)\b"),
    (r"ยอมรับ|อนุมัติ|เห็นชอบ|เห็นด้วย|\b(?:accept\w*|approv\w*|adopt\w*|agree[ds]?)\b",
     r"ปฏิเสธ|ยกฟ้อง|\b(?:reject\w*|refus\w*|den(?:y|ies|ied)|turn\w* down|veto\w*|dismiss\w*|"
     r"disapprov\w*)\b"),
    (r"สำเร็จ|สอบผ่าน|\b(?:succe\w*|pass(?:ed|es)?|manage[ds]?)\b",
     r"ล้มเหลว|\b(?:fail\w*|miss(?:ed|es)?)\b"),
    (r"\bvalid\b|\bpossible\b|\bcomprehensible\b|\bcomplete\b",
     r"โมฆะ|\b(?:invalid|impossible|incomprehensible|incomplete|void)\b"),
    (r"ลงทะเบียน|\bregistered\b", r"\bunregistered\b"),
)  # fmt: skip
# How people meet: told of a meeting anywhere in a sentence, it holds for all of it.
_MANNER = (
    r"ออนไลน์|ทางไกล|วิดีโอ|\b(?:online|remote(?:ly)?|virtual\w*|video)\b",
    r"พบหน้า|เจอหน้า|ต่อหน้า|ตัวต่อตัว|(?:บิน|เดินทาง)(?:ไป|มา)(?:ประชุม|พบ|เจอ|ร่วม)|"
    r"\bin[ -]person\b|\bface[ -]to[ -]face\b|\bphysically\b|\bin the same room\b",
)
_IF_BOTH = (
    (r"เพิ่ม|สูงขึ้น|แพงขึ้น|มากขึ้น|ขยายตัว|ขึ้น(?=ดอกเบี้ย|ราคา|ค่า|ภาษี|อัตรา)|เพิ่มขึ้น|"
     r"\b(?:increas\w*|ris(?:e|es|en|ing)|rose|rais\w*|up|went up|gr[eo]w\w*|more)\b",
     r"ลดลง|ลด(?=ดอกเบี้ย|ราคา|ค่า|ภาษี|อัตรา|จาก|เหลือ)|ต่ำลง|ถูกลง|น้อยลง|หดตัว|"
     r"\b(?:decreas\w*|f[ae]ll(?:s|en|ing)?|down|lower(?:s|ed|ing)?|drop\w*|declin\w*|cut\w*|"
     r"reduc\w*|shr[aiu]nk\w*|less|fewer)\b"),
    (r"มากกว่า|สูงกว่า|ใหญ่กว่า|ยาวกว่า|(?<!ไม่)เกิน|แรงกว่า|หนักกว่า|\b(?:more|higher|larger|bigger|longer|greater|"
     r"stronger|heavier|above|over)\b",
     r"น้อยกว่า|ต่ำกว่า|เล็กกว่า|สั้นกว่า|อ่อนกว่า|เบากว่า|ไม่ถึง|\b(?:less|lower|smaller|shorter|fewer|weaker|"
     r"lighter|below|under)\b"),
    (r"\b(?:cheap|economical|inexpensive)\b|(?<!ต้อง)(?<!ได้)ราคาถูก|ที่ถูก|ประหยัด",
     r"แพง|สิ้นเปลือง|\b(?:expensive|costly|dear|wasteful)\b"),
    (r"(?<!ใช้)จ่าย|เสีย(?:เงิน|ค่า)|คิดค่า|ค่าธรรมเนียม|\b(?:pay|paid|pays|charge[ds]?|fees?|cost|costs)\b",
     r"ฟรี|(?:ได้รับ|ได้|ให้)ยกเว้น|ยกเว้น(?=ค่า|ภาษี)|"
     rf"ไม่{_NOT_PAYING}|"
     r"\b(?:free(?:-| )of(?:-| )charge|free|for nothing|exempt\w*|waived?|no (?:charge|fee|payment|"
     rf"cost)|without {_PAYING})\b"),
    (r"สนับสนุน|\b(?:support\w*|favou?r\w*|endors\w*|back(?:s|ed)?)\b",
     r"คัดค้าน|ต่อต้าน|ประณาม|\b(?:oppos\w*|against|object(?:s|ed)?|condemn\w*)\b"),
    (r"ยอมรับ|อนุมัติ|เห็นชอบ|เห็นด้วย|\b(?:accept\w*|approv\w*|agree[ds]?)\b",
     r"คัดค้าน|ต่อต้าน|เลื่อน(?:ไป|การ)*พิจารณา|ชะลอ|"
     r"\b(?:oppos\w*|object(?:s|ed)?|postpon\w*|deferr\w*|put off|shelved)\b"),
    (r"จัดขึ้น|จะจัด|\b(?:held|take place|go(?:es)? ahead)\b",
     r"ยกเลิก|เลื่อน|\b(?:cancel\w*|postpon\w*)\b"),
    (r"(?<!ไม่)(?:บรรลุ|ถึง|ตาม|เข้า)เป้า|\b(?:hit|hits|reach\w*|met|meets?|achiev\w*|attain\w*)\b",
     r"(?:ไม่(?:ถึง|บรรลุ|เข้า)|ต่ำกว่า|พลาด|ห่าง)เป้า|\b(?:short of|shy of|fell behind|behind target)\b"),
    (r"เปิด|\bopen\w*\b", r"(?<!เ)ปิด(?!เผย|ปาก|บัง)|\b(?:clos\w+|shut)\b"),
    (r"ชนะ|\b(?:win|wins|won)\b", r"แพ้|\b(?:lose|loses|lost)\b"),
    (r"ส่งออก|\bexport\w*\b", r"นำเข้า|\bimport\w*\b"),
    _MANNER,
    (r"(?:ภาย)?ใน(?:ภูมิภาค|ประเทศ|เขต)|\b(?:in|inside|within|belong\w* to) the "
     r"(?:region|country|area|\w+ area)\b",
     r"นอก(?:ภูมิภาค|ประเทศ|เขต)|\boutside the (?:region|country|area)\b"),
    (r"ดีใจ|ยินดี|(?<!ไม่)พอใจ|\b(?:pleased|happy|glad|delighted)\b",
     r"โกรธ|ไม่พอใจ|เสียใจ|ผิดหวัง|\b(?:furious|angry|upset|annoyed|unhappy|sad|disappointed)\b"),
    (r"ได้ประโยชน์|\b(?:gains?|gained|benefit\w*|profit\w*)\b",
     r"เสียประโยชน์|ขาดทุน|\b(?:loses?|lost|suffer\w*)\b"),
    (r"เป็นสมาชิก|อยู่ใน|\b(?:member|join\w*|belong\w*|still)\b",
     r"ถอนตัว|พ้น(?=สมาชิก)|ลาออก|\b(?:withdr\w+|left|leave[sd]?|membership ended|quit)\b"),
    (r"ยังมี|ยังคง|ยังอยู่|ยังใช้|ยัง\S*อยู่|\bstill\b|\bsurviv\w*\b|\balive\b|ยังมีชีวิต|ทุกวันนี้",
     r"หายไป|ไหม้|วอด|พังทลาย|เลิกกิจการ|เลิกใช้|ใช้ไม่ได้|"
     r"\b(?:vanish\w*|burn\w* down|destroy\w*|demolish\w*|"
     r"stop\w*|ceas\w*|closed down|no longer|died|dead|extinct|abolish\w*|overtook|overtaken)\b"),
    (r"มีชีวิตอยู่|ยังอยู่|อยู่ทัน|ทันเห็น|ทันได้|\b(?:alive|live[ds]? to|living)\b",
     r"ตาย|เสียชีวิต|ถึงแก่กรรม|สวรรคต|สิ้นใจ|\b(?:died|dies|dead|death|killed)\b"),
    (r"เอกชน|\bprivate\w*\b",
     r"(?:ของ|เป็น)รัฐ(?!มนตรี|สภา|ธรรม)|\b(?:state|state-owned|nationalised)\b"),
    (r"ง่าย|สะดวก|\b(?:easy|easily|easier)\b", r"ยาก(?!จน)|ลำบาก|\b(?:difficult\w*|hard)\b"),
    (r"ทั้งหมด|ทุก|\b(?:all|every|whole)\b",
     r"บาง|บางส่วน|เพียงส่วน|\b(?:some|certain|partly|several)\b"),
    (r"ชั่วคราว|\btemporar\w*\b", r"ถาวร|\bpermanent\w*\b"),
    (r"(?<!เห็น)ซื้อ|\b(?:buys?|bought)\b", r"ขาย|\b(?:sells?|sold)\b"),
    (r"เหมือน(?:กัน)?|เดียวกัน|\bsame\b|\bidentical\b",
     r"ต่าง(?:กัน|จาก|หาก)|คนละ|\b(?:different|distinct|separate)\b"),
    (r"หลายครั้ง|หลายหน|เคยจัด|จัดมาแล้ว|\b(?:several|many|a few|two|three|more than one) times\b|"
     r"\b(?:met|meetings?|held)\b.*\bbefore\b",
     r"ครั้ง(?:แรก|ที่\s?(?:1(?!\d)|หนึ่ง))|\b(?:1st|first|inaugural|maiden)\b"),
    (r"(?:ราย|ครั้ง|แห่ง)แรก|\bfirst\b", r"สุดท้าย|\blast\b"),
    (r"เข้าใจได้|ชัดเจน", r"กำกวม"),
)  # fmt: skip
_Pairs = list[tuple[re.Pattern[str], re.Pattern[str]]]
ALWAYS: _Pairs = [(re.compile(a), re.compile(b)) for a, b in _ALWAYS]
IF_BOTH: _Pairs = [(re.compile(a), re.compile(b)) for a, b in _IF_BOTH]


@dataclass(frozen=True, slots=True)
class Denials:
    """How two texts deny.

    Attributes:
        differ: Whether one denies what the other affirms, all words of denial counted.
        contrary: How many pairs set them against each other.
        together: How many pairs have them on the same side.
        asked: Words of negation in the first.
        shown: Words of negation in the second.
    """

    differ: bool
    contrary: int
    together: int
    asked: int
    shown: int


def denials(asked: str, asked_in: str, shown: str, shown_in: str) -> Denials:
    """Compare how two normalised texts in lower case deny."""
    ours, theirs = _negations(asked, asked_in), _negations(shown, shown_in)
    odd = (ours + theirs) % 2
    contrary = together = 0
    for pairs, always in ((ALWAYS, True), (IF_BOTH, False)):
        for affirming, denying in pairs:
            here, there = _side(affirming, denying, asked), _side(affirming, denying, shown)
            if here and there:
                contrary += here != there
                together += here == there
            elif always and -1 in (here, there):
                odd ^= 1
    odd ^= int(contrary > 0 and contrary >= together)  # once: more … less stands in two pairs
    return Denials(bool(odd), contrary, together, ours, theirs)


def met_otherwise(asked: str, shown: str) -> bool:
    """Tell whether two normalised texts in lower case tell of meeting in different manners."""
    affirming, denying = map(re.compile, _MANNER)
    return _side(affirming, denying, asked) * _side(affirming, denying, shown) < 0


def _negations(text: str, language: str) -> int:
    plain = _TWICE.sub(r"\1\2", text) if language == "th" else text
    return len(NEGATION[language].findall(plain))


def _side(affirming: re.Pattern[str], denying: re.Pattern[str], text: str) -> int:
    """Return 1 or -1 for the side of a pair that a text has, 0 for neither or both."""
    against = denying.search(text)
    # Words of the denying side may hold those of the other: ไม่คิดค่า.
    rest = denying.sub(" ", text) if against else text
    for_it = affirming.search(rest)
    return 0 if bool(against) == bool(for_it) else (1 if for_it else -1)
