"""Orders: words by which a source speaks to whoever reads it by machine, as data.

Who is spoken to, by what headings and calls, and what is ordered. None of it is meant for people;
what an article reports of such orders (a law that binds chatbots) is not among it.
"""

_ROLE = r"(?: (?:assistants?|models?|systems?|readers?|bots?|agents?|tools?|programs?))?"
ENGLISH_READER = (
    rf"(?:(?:a\.?i\.?|artificial intelligence|(?:large )?language model|llm)s?{_ROLE}|"
    r"chat ?bots?|bots?|"
    r"summari[sz]ers?|(?:automated|automatic|virtual|digital) (?:assistant|reader|system|agent)s?|"
    r"(?:answering|answer|summary|summari[sz](?:ing|ation)) "
    r"(?:programs?|machines?|systems?|engines?|bots?|tools?|assistants?))"
)
THAI_READER = (
    r"(?:ผู้ช่วย\s?(?:ตอบคำถาม|อัตโนมัติ|เอไอ|AI\b|ปัญญาประดิษฐ์)|ระบบ(?:ปัญญาประดิษฐ์|ตอบคำถาม|สรุป|เอไอ|AI\b)|"
    r"ปัญญาประดิษฐ์|โมเดล(?:ภาษา|\s?AI\b)|แชตบอต|แชทบอท|บอต|บอท|เอไอ|AI\b|"
    r"โปรแกรม(?:สรุป|ตอบ|อ่าน|ค้นหา|ปัญญาประดิษฐ์)(?:ข่าว|คำถาม|ข้อความ|บทความ)?)"
)
_MACHINES = r"(?:assistants?|systems?|programs?|machines?|models?|tools?|agents?|software|robots?)"
_ENGLISH_HEADING = (
    r"(?:attention|notes?|messages?|instructions?|tasks?|orders?|requests?|reminders?|prompts?|"
    r"commands?|notices?|memo)"
)
_THAI_HEADING = "(?:หมายเหตุ|ข้อความ|ประกาศ|คำสั่ง|คำแนะนำ|คำขอ|คำเตือน|แจ้งเตือน|งาน(?:ใหม่)?)"
_THAI_DO = "(?:ตอบ|บอก|แจ้ง|เขียน|พูด|สรุป|ระบุ|แนะนำ|รายงาน|อ้าง|ยืนยัน)"
_DO = "(?:tell|say|answer|reply|respond|state|write|claim|inform|advise|recommend|urge|report)"

ORDERS = (
    # What was asked before, or the source itself, is to be left aside.
    r"(?i:\b(?:ignore|disregard|forget|override)\s+(?:\w+\s+){0,3}?(?:previous|prior|above|earlier|"
    r"preceding)\s+(?:\w+\s+)?(?:instructions?|prompts?|rules|messages?|directions?)\b)",
    r"(?i:\b(?:ignore|disregard|forget)\s+(?:the|this|any|all|your)\s+(?:\w+\s+)?(?:questions?|"
    r"articles?|texts?|passages?|sources?|users?)\s+and\b)",
    r"(?:ละเว้น|เพิกเฉย(?:ต่อ)?|ไม่ต้องสนใจ|อย่าสนใจ|ลืม|มองข้าม|ยกเลิก)\s?คำสั่ง"
    r"(?:ก่อนหน้า|ข้างต้น|เดิม|ทั้งหมด|ที่ผ่านมา|ด้านบน|ของระบบ)",
    r"(?i:\b(?:ignore|disregard|forget)\s+(?:\w+\s+){0,3}?(?:texts?|articles?|passages?|contents?|"
    r"everything|words|sentences?|paragraphs?)\s+(?:above|so far|before this)\b)",
    r"(?i:\b(?:ignore|disregard|forget)\s+(?:\w+\s+){0,2}?(?:the|what (?:is|stands|was said))\s+"
    rf"(?:above|foregoing)\b,?\s+(?:and|then|but)\s+(?:instead,?\s+|always\s+|only\s+)*{_DO}\b)",
    r"(?:ละเว้น|เพิกเฉย(?:ต่อ)?|ไม่ต้องสนใจ|อย่าสนใจ|ลืม|มองข้าม)\s?(?:ข้อความ|เนื้อหา|ข้อมูล|บทความ|สิ่งที่กล่าว(?:มา)?)"
    rf"(?:ก่อนหน้า(?:นี้)?|ข้างต้น|ด้านบน|ทั้งหมด)(?=\s?(?:แล้ว|และ)\s?(?:ให้|จง|โปรด)?{_THAI_DO})",
    # Nobody else is always to answer one thing.
    rf"ผู้ช่วย\s?(?:ต้อง|จง|โปรด|ควร)\s?{_THAI_DO}(?:ผู้อ่าน|ผู้ใช้|ทุกคน)?(?:เสมอ|ทุกครั้ง)\s?(?=ว่า)",
    # Whoever reads it by machine, told by what it does.
    rf"(?i:\b{_MACHINES}\s+(?:that\s+)?(?:read(?:s|ing)?|summari[sz](?:es?|ing)|process(?:es|ing)?|"
    r"index(?:es|ing)?|scan(?:s|ning)?)\s+(?:this|the)\s+(?:page|article|text|document|passage|"
    r"message|source|file)(?:\s?:|,?\s+(?:must|should|shall|have to|are to|please|need to)\s+"
    r"(?:always |only )?(?:answer|say|reply|respond|tell|state|write|claim|ignore|disregard)\b))",
    rf"(?:ระบบ|โปรแกรม|ผู้ช่วย|เครื่อง|โมเดล)[^\s]{{0,12}}ที่(?:อ่าน|สรุป|ประมวลผล)\S{{0,20}}?\s?"
    rf"(?:ต้อง|จง|โปรด|ควร|ให้)\s?{_THAI_DO}",
    # What is to be answered when somebody asks.
    r"(?i:\bif (?:anyone|anybody|someone|somebody|people|(?:a |the |any )?(?:users?|readers?|"
    r"visitors?)) asks?\b[^.!?\n]{0,60}?,\s?(?:please |always |you (?:must|should) )*"
    r"(?:answer|say|reply|tell|respond|state)\b)",
    r"(?:หาก|ถ้า|เมื่อ)\s?(?:มี)?(?:ผู้ใด|ผู้ใช้|ผู้อ่าน|ผู้|คน|ใคร)\s?(?:ถาม|สอบถาม)\S{0,40}\s?"
    r"(?:ให้|จง|โปรด|ต้อง)\s?(?:ตอบ|บอก|แจ้ง)(?:เสมอ|ทุกครั้ง|ไป|เพียง)*(?=ว่า)",
    # Headings: a system's, or one for machines.
    r"(?i:\bsystem (?:message|prompt|note|instruction|notice|override)s?\s?:)",
    rf"{_THAI_HEADING}(?:จาก|ของ)\s?(?:ผู้ดูแล)?ระบบ",
    rf"(?i:\b{_ENGLISH_HEADING} (?:to|for) (?:(?:any|all|the|every|each|your) )*"
    rf"(?:(?:{ENGLISH_READER})\b|assistants?\s?:))",
    rf"{_THAI_HEADING}\s?(?:ถึง|สำหรับ|แก่)\s?(?:ผู้ช่วย\b|{THAI_READER})",
    # Calls: "Dear answering program", "if you are an AI", ถึงผู้ช่วยตอบคำถาม.
    rf"(?i:\b(?:dear|hello|hey|attention,?)\s+(?:(?:any|all|the|every) )*"
    rf"(?:{ENGLISH_READER}|assistants?)\b)",
    rf"(?i:\bif you(?:'re| are) (?:an? |the )?(?:{ENGLISH_READER})\b)",
    rf"(?:หาก|ถ้า)\s?(?:คุณ|ท่าน|เธอ)?\s?(?:เป็น|คือ)\s?{THAI_READER}",
    rf"ถึง\s?(?:(?:น้อง|พี่|คุณ|เพื่อน|ท่าน|เหล่า)\s?ๆ?\s?)?(?!โมเดล(?!ภาษา)){THAI_READER}",
    # The archaic imperative is for nobody else, nor is what users are to be told at the head of
    # a clause.
    rf"จง{_THAI_DO}",
    rf"(?:(?<=[\s:\[(])|\A)(?:โปรด|กรุณา|ให้|ช่วย){_THAI_DO}(?:แก่|กับ|ให้)?(?:ผู้ใช้|ผู้ถาม)",
)
# A forged end, after which the source is to go on in another voice.
FORGED_END = (
    r"(?:[-=*#~\[<]{2,}|\[)\s?(?:END OF (?:THE )?(?:ARTICLE|DOCUMENT|TEXT|PASSAGE|PAGE|CONTEXT|"
    r"SOURCE)|"
    r"จบ(?:บทความ|เนื้อข่าว|เอกสาร|ข้อความ|เนื้อหา))"
)
