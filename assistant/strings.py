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
PART_UNANSWERED = {
    "th": "แหล่งข้อมูลไม่ได้ให้คำตอบในส่วนที่ถามว่า “{part}”",
    "en": "The sources do not answer this part: “{part}”",
}
QUOTE = {"th": "“{quote}”", "en": "“{quote}”"}
FOREIGN_QUOTE = {"th": "ต้นฉบับภาษาอังกฤษ: “{quote}”", "en": "In the Thai source: “{quote}”"}
GLOSS = {"th": "แปลคำต่อคำ: {gloss}", "en": "Word for word: {gloss}"}
YES = {"th": "ใช่", "en": "Yes"}
NO = {"th": "ไม่ใช่", "en": "No"}

# Of a chat model that writes the answers; `MODEL_PROBLEMS` by what went wrong.
MODEL_PROBLEMS = {
    "package": {
        "th": "ยังไม่ได้ติดตั้งแพ็กเกจของโมเดลแชต จึงตอบโดยไม่ใช้โมเดล ดูวิธีแก้ด้วยคำสั่ง thamtop doctor",
        "en": "The chat model's package is not installed, so this was answered without it; "
        "`thamtop doctor` says what to do.",
    },
    "no_key": {
        "th": "ยังไม่ได้ตั้งคีย์ของโมเดลแชต จึงตอบโดยไม่ใช้โมเดล โปรดตั้งค่า THAMTOP_CHAT_API_KEY",
        "en": "The chat model has no key, so this was answered without it; set "
        "THAMTOP_CHAT_API_KEY.",
    },
    "unknown": {
        "th": "ไม่รู้จักชื่อโมเดลแชตที่ตั้งไว้ จึงตอบโดยไม่ใช้โมเดล โปรดตรวจค่า THAMTOP_CHAT_MODEL",
        "en": "The chat model set has an unknown name, so this was answered without it; check "
        "THAMTOP_CHAT_MODEL.",
    },
    "unopened": {
        "th": "เปิดโมเดลแชตไม่ได้ จึงตอบโดยไม่ใช้โมเดล ดูสาเหตุด้วยคำสั่ง thamtop doctor",
        "en": "The chat model could not be opened, so this was answered without it; "
        "`thamtop doctor` says why.",
    },
    "unreachable": {
        "th": "ติดต่อโมเดลแชตไม่ได้ จึงตอบโดยไม่ใช้โมเดล โปรดตรวจการเชื่อมต่อและค่า THAMTOP_CHAT_BASE_URL",
        "en": "The chat model cannot be reached, so this was answered without it; check the "
        "connection and THAMTOP_CHAT_BASE_URL.",
    },
    "slow": {
        "th": "โมเดลแชตไม่ตอบภายในเวลาที่กำหนด จึงตอบโดยไม่ใช้โมเดล ลองถามใหม่ "
        "หรือเพิ่มค่า THAMTOP_CHAT_TIMEOUT_S",
        "en": "The chat model did not reply in time, so this was answered without it; ask again or "
        "raise THAMTOP_CHAT_TIMEOUT_S.",
    },
    "busy": {
        "th": "ขณะนี้โมเดลแชตมีผู้ใช้เกินขีดจำกัด จึงตอบโดยไม่ใช้โมเดล โปรดรอสักครู่แล้วถามใหม่",
        "en": "The chat model takes no more requests at present, so this was answered without it; "
        "ask again in a minute.",
    },
    "failing": {
        "th": "เซิร์ฟเวอร์ของโมเดลแชตขัดข้อง จึงตอบโดยไม่ใช้โมเดล โปรดลองใหม่ภายหลัง",
        "en": "The chat model's server failed, so this was answered without it; try again later.",
    },
    "key": {
        "th": "โมเดลแชตไม่ยอมรับคีย์ จึงตอบโดยไม่ใช้โมเดล โปรดตรวจค่า THAMTOP_CHAT_API_KEY",
        "en": "The chat model refused the key, so this was answered without it; check "
        "THAMTOP_CHAT_API_KEY.",
    },
    "missing": {
        "th": "เซิร์ฟเวอร์ไม่มีโมเดลแชตชื่อนี้ จึงตอบโดยไม่ใช้โมเดล โปรดตรวจค่า THAMTOP_CHAT_MODEL",
        "en": "The server has no chat model of this name, so this was answered without it; check "
        "THAMTOP_CHAT_MODEL.",
    },
    "rejected": {
        "th": "โมเดลแชตไม่รับคำขอ จึงตอบโดยไม่ใช้โมเดล โปรดตรวจว่าโมเดลที่ตั้งไว้รับข้อความยาวได้พอ",
        "en": "The chat model did not accept the request, so this was answered without it; check "
        "that the model set takes texts this long.",
    },
    "unreadable": {
        "th": "อ่านคำตอบของโมเดลแชตไม่ได้ จึงตอบโดยไม่ใช้โมเดล โปรดตรวจค่า THAMTOP_CHAT_MODEL "
        "และ THAMTOP_CHAT_BASE_URL",
        "en": "The chat model's reply could not be read, so this was answered without it; check "
        "THAMTOP_CHAT_MODEL and THAMTOP_CHAT_BASE_URL.",
    },
    "formless": {
        "th": "โมเดลแชตไม่ได้ตอบตามรูปแบบที่กำหนด จึงตอบโดยไม่ใช้โมเดล หากเป็นบ่อย ๆ "
        "ลองเปลี่ยนไปใช้โมเดลที่ใหญ่กว่านี้",
        "en": "The chat model did not reply in the form asked for, so this was answered without "
        "it; if that happens often, set a larger model.",
    },
    "endless": {
        "th": "โมเดลแชตตอบยาวไม่จบ จึงตอบโดยไม่ใช้โมเดล ลองถามใหม่หรือเปลี่ยนโมเดล",
        "en": "The chat model's reply had no end, so this was answered without it; ask again or "
        "set another model.",
    },
    "cut": {
        "th": "คำตอบของโมเดลแชตขาดกลางคัน จึงตอบโดยไม่ใช้โมเดล ลองถามใหม่อีกครั้ง",
        "en": "The chat model's reply broke off, so this was answered without it; ask again.",
    },
    "none": {
        "th": "โมเดลแชตไม่พบคำตอบในเนื้อหาที่ค้นได้ จึงตอบโดยไม่ใช้โมเดล โปรดตรวจกับต้นฉบับ",
        "en": "The chat model found no answer in the passages, so this was answered without it; "
        "check it against the source.",
    },
    "unsupported": {
        "th": "แหล่งข้อมูลไม่รองรับสิ่งที่โมเดลแชตเขียน จึงตอบโดยไม่ใช้โมเดล",
        "en": "The sources support nothing that the chat model wrote, so this was answered without "
        "it.",
    },
    "unconfirmed": {
        "th": "ยืนยันสิ่งที่โมเดลแชตเขียนกับแหล่งข้อมูลไม่ได้ จึงตอบโดยไม่ใช้โมเดล",
        "en": "What the chat model wrote could not be confirmed, so this was answered without it.",
    },
}
MODEL_BROKE_OFF = {
    "th": "โมเดลแชตตอบไม่จบ ที่แสดงคือส่วนที่ตรวจกับแหล่งข้อมูลแล้ว ถามใหม่ได้หากต้องการคำตอบเต็ม",
    "en": "The chat model did not finish; shown is what was checked against the sources by then. "
    "Ask again for the rest.",
}
UNCONFIRMED = {
    "th": "ยังยืนยันไม่ได้: โมเดลแชตเขียนข้อความต่อไปนี้ด้วย แต่ข้อความที่อ้างอาจไม่ได้ระบุไว้เช่นนั้น "
    "โปรดอ่านต้นฉบับก่อนนำไปใช้",
    "en": "Not confirmed: the chat model also wrote this, but the words cited may not say so. "
    "Read them before you use it.",
}
LEFT_OUT = {
    "th": "ตัดข้อความที่แหล่งข้อมูลไม่รองรับออก {count} ข้อความ",
    "en": "Statements left out because the sources do not support them: {count}.",
}
