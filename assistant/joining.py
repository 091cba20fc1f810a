"""Joining: the small words between dates, numbers and names, in the other language."""

JOINING = {
    "th": {
        "และ": "and", "กับ": "and", "หรือ": "or", "ถึง": "to", "จนถึง": "until", "ประเทศ": "",
        "ของ": "of", "ที่": "", "วันที่": "", "ใน": "in", "ภายใน": "within", "ก่อน": "before",
        "หลัง": "after", "ประมาณ": "about", "ราว": "about", "เกือบ": "nearly", "กว่า": "over",
        "มากกว่า": "more than",
        "อย่างน้อย": "at least", "ไม่เกิน": "at most", "ทั้งหมด": "", "รวม": "", "จำนวน": "", "เมื่อ": "",
        "ระหว่าง": "between", "ตั้งแต่": "from", "จาก": "from",
    },
    "en": {
        "and": "และ", "or": "หรือ", "to": "ถึง", "the": "", "a": "", "an": "", "of": "ของ",
        "in": "ใน", "on": "", "within": "ภายใน", "from": "ตั้งแต่", "since": "ตั้งแต่", "until": "จนถึง",
        "before": "ก่อน", "after": "หลัง", "during": "ระหว่าง", "between": "ระหว่าง", "about": "ประมาณ",
        "nearly": "เกือบ", "over": "กว่า", "mr": "นาย", "ms": "น.ส.", "mrs": "นาง", "dr": "ดร.",
    },
}  # fmt: skip
