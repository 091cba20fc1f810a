"""What the assistant says itself, in both languages; the rest are words of the sources."""

ABSTENTION = {
    "th": "ไม่พบคำตอบของคำถามนี้ในแหล่งข้อมูลที่มีอยู่",
    "en": "The sources do not answer this question.",
}
NEAREST = {"th": "เนื้อหาที่ใกล้เคียงที่สุดอยู่ใน “{title}”", "en": "The nearest passage is in “{title}”."}
EMPTY_INDEX = {
    "th": "ยังไม่มีแหล่งข้อมูลให้ค้น เพิ่มบทความก่อนแล้วถามอีกครั้ง",
    "en": "There are no sources to search yet; add an article and ask again.",
}
QUOTE = {"th": "“{quote}”", "en": "“{quote}”"}
FOREIGN_QUOTE = {"th": "ต้นฉบับภาษาอังกฤษ: “{quote}”", "en": "In the Thai source: “{quote}”"}
GLOSS = {"th": "แปลคำต่อคำ: {gloss}", "en": "Word for word: {gloss}"}
YES = {"th": "ใช่", "en": "Yes"}
NO = {"th": "ไม่ใช่", "en": "No"}
