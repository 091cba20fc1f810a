"""Instructions: words of a source that tell an assistant what to do; they support no claim."""

import re

_TO_ASSISTANTS = re.compile(
    r"(?i)\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instructions?|prompts?|rules|above)\b"
    r"|\b(?:system|developer) (?:prompt|message)\b"
    r"|\byou are (?:now )?(?:an? )?(?:ai|assistant|chatbot|language model|gpt)\b"
    r"|^\W*(?:(?:all|any|every|each|note|important|dear|to) )*(?:ai|language model|chatbot|llm)s?"
    r"(?: (?:assistants?|models?|systems?|readers?|bots?|agents?))?(?:\W* (?:must|should|shall|"
    r"will|"
    r"please|always|have to))*\W*(?:reply|answer|say|write|state|respond|tell (?:users?|"
    r"readers?))\b"
    r"|^\W*(?:please |now |instead |always |you (?:must|should) )*(?:answer|reply|respond|say|"
    r"output|print|write|tell the user|tell them)\b"
    r"(?=.{0,12}(?:that|with|only|exactly|[\"“':]|in\b|\d))"
    r"|\b(?:do not|don't|never) (?:cite|mention|quote|reveal)\b.{0,30}"
    r"\b(?:sources?|passages?|this)\b"
    r"|\bcite nothing\b"
    r"|(?:ละเว้น|เพิกเฉย|ไม่ต้องสนใจ|อย่าสนใจ|ลืม|มองข้าม|ยกเลิก).{0,20}(?:คำสั่ง|คำแนะนำ|"
    r"ข้อความ|กฎ)"
    r"(?:ก่อนหน้า|ข้างต้น|เดิม|ทั้งหมด|ที่ผ่านมา|ด้านบน|ของระบบ)"
    r"|(?:^|\s)(?:โปรด|จง|ให้|กรุณา|ต้อง)?(?:ตอบ|พิมพ์|บอกผู้ใช้)(?:เสมอ|ทุกครั้ง)?(?:ว่า|เพียง|แค่|เฉพาะ|ด้วยคำ|"
    r"ทุกคำถาม)"
    r"(?!.{0,40}กล่าว)"
    r"|^\W*(?:ผู้ช่วย|แชตบอต|แชทบอท|โมเดลภาษา|เอไอ|ปัญญาประดิษฐ์|ai\b)(?:\s?(?:เอไอ|ai))?\s?"
    r"(?:ทุกตัว|ทั้งหมด|ทุกราย)?\s?(?:ต้อง|จง|โปรด|ควร|ให้)\s?(?:ตอบ|บอก|พูด|เขียน|พิมพ์|สรุป)"
    r"|(?:ห้าม|อย่า|ไม่ต้อง)(?:อ้างอิง|อ้างถึง|ระบุแหล่ง|บอกแหล่ง)"
)

# Whoever words it: nothing here asks anybody for a password. What nobody should do may be told.
_FOR_SECRETS = re.compile(
    r"(?i)\b(?:please|(?:you|users?|readers?|visitors?|customers?|everyone)\s(?:must|should|can|may|"
    r"need to|have to|are (?:asked|told|required) to))\s(?:\w+\s){0,3}?"
    r"(?<!not\s)(?<!never\s)(?:send|give|share|e-?mail|submit|tell|reply with|type in|hand over)\b"
    r"[^.!?]{0,24}?\b(?:your|their|the) (?:\w+ )?"
    r"(?:passwords?|passcodes?|pins?|otps?|card numbers?|bank details|login details|credentials)\b"
    r"|(?:ผู้ใช้|ท่าน|คุณ|กรุณา|โปรด|ช่วย)(?:ต้อง|ควร|จง|โปรด|สามารถ)?(?:ส่ง|แจ้ง|บอก|มอบ|กรอก)\s?"
    r"(?:รหัสผ่าน|รหัสโอทีพี|รหัส\s?OTP|เลขบัตร|เลขบัญชี|รหัสบัตร)"
)


def instructs(text: str) -> bool:
    """Tell whether normalised words instruct an assistant, or ask for a secret.

    Nothing that states something does.
    """
    return bool(_TO_ASSISTANTS.search(text) or _FOR_SECRETS.search(text))
