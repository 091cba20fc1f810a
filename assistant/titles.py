"""Titles before Thai people's names, with what stands for them in English, as data."""

import re

_GRADES = ("เอก", "โท", "ตรี")
_OFFICERS = {
    "พล": ("General", "Lieutenant General", "Major General"),
    "พัน": ("Colonel", "Lieutenant Colonel", "Major"),
    "ร้อย": ("Captain", "Lieutenant", "Second Lieutenant"),
}
_SHORT = {"พล": "พล.", "พัน": "พ.", "ร้อย": "ร.", "เอก": "อ.", "โท": "ท.", "ตรี": "ต."}
_AT_SEA, _IN_THE_AIR = (
    ("Admiral", "Vice Admiral", "Rear Admiral"),
    ("Air Chief Marshal", "Air Marshal", "Air Vice Marshal"),
)


def _ranks() -> dict[str, str]:
    """Return the ranks of army, police, navy and air force, spelt out and short."""
    found: dict[str, str] = {}
    for rank, names in _OFFICERS.items():
        for grade, name in zip(_GRADES, names, strict=True):
            short, ends = _SHORT[rank], _SHORT[grade]
            found |= {f"{rank}{grade}": name, f"{short}{ends}": name}
            found |= {f"{rank}ตำรวจ{grade}": f"Police {name}", f"{short}ต.{ends}": f"Police {name}"}
    for place, grade in enumerate(_GRADES):
        found |= {f"พลเรือ{grade}": _AT_SEA[place], f"พล.ร.{_SHORT[grade]}": _AT_SEA[place]}
        air = _IN_THE_AIR[place]
        found |= {f"พลอากาศ{grade}": air, f"พล.อ.{_SHORT[grade]}": air}
    return found


THAI_TITLES = {
    "นาย": "Mr", "นางสาว": "Ms", "น.ส.": "Ms", "นาง": "Mrs", "คุณ": "", "คุณหญิง": "Khunying",
    "ท่านผู้หญิง": "Thanpuying", "ดร.": "Dr", "นพ.": "Dr", "นายแพทย์": "Dr", "พญ.": "Dr",
    "แพทย์หญิง": "Dr", "ทพ.": "Dr", "ทันตแพทย์": "Dr", "ทันตแพทย์หญิง": "Dr", "น.สพ.": "Dr",
    "นายสัตวแพทย์": "Dr", "สัตวแพทย์หญิง": "Dr", "ศ.": "Professor", "ศาสตราจารย์": "Professor",
    "รศ.": "Associate Professor", "รองศาสตราจารย์": "Associate Professor",
    "ผศ.": "Assistant Professor", "ผู้ช่วยศาสตราจารย์": "Assistant Professor",
    "ม.ล.": "M.L.", "หม่อมหลวง": "M.L.", "ม.ร.ว.": "M.R.", "หม่อมราชวงศ์": "M.R.",
    "ว่าที่ร้อยตรี": "Acting Second Lieutenant", "ว่าที่ ร.ต.": "Acting Second Lieutenant",
    **_ranks(),
}  # fmt: skip
# Words that begin like a title: นายก, นายอำเภอ, นางแบบ, คุณภาพ, พันเอกสาร.
_NO_TITLE = (
    r"นาย(?:ก(?!ร(?!ัฐ))|ทุน|จ้าง|หน้า|แบบ|อำเภอ|ทะเบียน|ทหาร|ช่าง|ตำรวจ|ด่าน|ท่า|สถานี|หมวด|ประกัน|ตรวจ)|"
    r"(?:นาย|ทันต)แพทย์(?:สาธารณสุข|ใหญ่|ประจำ|ชำนาญ|เชี่ยวชาญ)|นางแบบ|นางงาม|นางพยาบาล|นางฟ้า|นางเอก(?!ชัย)|"
    r"คุณ(?:ภาพ|สมบัติ|ค่า|ธรรม|ูปการ)|(?:พล|พัน|ร้อย)(?:เอกสาร|เอกชน|โทษ|โทร)"
)
_ONE = "|".join(re.escape(title) for title in sorted(THAI_TITLES, key=len, reverse=True))
# One title or several, as patterns; the second before the letters of a name.
TITLES = rf"(?:(?:{_ONE})\s?)+"
TITLED = rf"(?!{_NO_TITLE}){TITLES}(?=[ก-ฮเ-ไ])"
_TITLE = re.compile(_ONE)


def in_english(titles: str) -> str:
    """Return what stands in English for Thai titles: "Associate Professor Dr" for รศ.ดร."""
    return " ".join(filter(None, (THAI_TITLES[one] for one in _TITLE.findall(titles))))
