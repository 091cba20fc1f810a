"""What can be wrong with a question or with the chat model that is set, in both languages."""

from sources import Problem

EMPTY_QUESTION = Problem(
    en="The question is empty; type a question in Thai or English.",
    th="ยังไม่มีคำถาม โปรดพิมพ์คำถามเป็นภาษาไทยหรืออังกฤษ",
)
LONG_QUESTION = Problem(
    en="The question has {count:,} characters; shorten it to at most {most:,}, or add the long "
    "text as a source and ask about it.",
    th="คำถามยาว {count:,} อักขระ โปรดย่อให้ไม่เกิน {most:,} อักขระ "
    "หรือเพิ่มข้อความยาวเป็นบทความแล้วถามจากบทความนั้น",
)
