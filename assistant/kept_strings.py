"""Texts of what is kept beside the index, and of a conversation as it is saved."""

from sources import Problem

UNUSABLE = Problem(
    "The file {path} cannot be used ({error}); check the folder's permissions and free space.",
    "ใช้ไฟล์ {path} ไม่ได้ ({error}) โปรดตรวจสิทธิ์ของโฟลเดอร์และพื้นที่ว่าง",
)
DAMAGED_FILE = Problem(
    "The file {path} is damaged ({error}); move it away to begin a new one.",
    "ไฟล์ {path} เสียหาย ({error}) โปรดย้ายไฟล์นี้ออกไป แล้วระบบจะสร้างไฟล์ใหม่ให้",
)
OTHER_VERSION = Problem(
    "The file {path} was written by another version of Thamtop (schema {found}, not {wanted}); "
    "move it away to begin a new one.",
    "ไฟล์ {path} มาจากโปรแกรมรุ่นอื่น (สคีมา {found} ไม่ใช่ {wanted}) โปรดย้ายไฟล์นี้ออกไป "
    "แล้วระบบจะสร้างไฟล์ใหม่ให้",
)
FOREIGN = Problem(
    "The file {path} is not one of Thamtop's; move it away to begin a new one.",
    "ไฟล์ {path} ไม่ใช่ไฟล์ของถามตอบ โปรดย้ายไฟล์นี้ออกไป แล้วระบบจะสร้างไฟล์ใหม่ให้",
)
DAMAGED_CONVERSATION = Problem(
    "A conversation in {path} is damaged and cannot be shown; delete it, or move that file away "
    "to begin a new one.",
    "บทสนทนาหนึ่งในไฟล์ {path} เสียหายจนเปิดไม่ได้ โปรดลบบทสนทนานั้น หรือย้ายไฟล์นี้ออกไป",
)
UNKNOWN_CONVERSATION = Problem(
    "There is no conversation {conversation_id}; `thamtop conversations` shows the ids.",
    "ไม่พบบทสนทนา {conversation_id} อาจถูกลบไปแล้ว เปิดรายการบทสนทนาเพื่อดูที่มีอยู่",
)

CONVERSATION = {"th": "บทสนทนา", "en": "Conversation"}
BEGUN = {"th": "เริ่มเมื่อ {when}", "en": "Began on {when}"}
QUESTION_HEADING = {"th": "คำถาม {number}", "en": "Question {number}"}
UNDERSTOOD = {"th": "เข้าใจคำถามว่า: {question}", "en": "Understood as: {question}"}
UNANSWERED = {"th": "คำถามนี้ยังไม่ได้ตอบ", "en": "This question was not answered."}
STOPPED = {"th": "หยุดก่อนตอบจบ", "en": "Stopped before the whole answer."}
CHARACTERS = {"th": "อักขระที่ {start}–{end}", "en": "characters {start}–{end}"}
NEAREST_PASSAGE = {"th": "เนื้อหาที่ใกล้เคียงที่สุด", "en": "The nearest passage"}
SUGGESTED = {"th": "ลองถามว่า: {question}", "en": "You could ask: {question}"}
STANDING = {
    "changed": {
        "th": "ข้อความจากฉบับเดิม บทความนี้มีฉบับใหม่แล้ว",
        "en": "from an earlier version; the article has changed since",
    },
    "removed": {
        "th": "บทความนี้ถูกนำออกไปแล้ว",
        "en": "the article has been removed since",
    },
}
