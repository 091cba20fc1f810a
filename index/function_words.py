"""Function words: words that hold a sentence together and say little of what it is about."""

_ENGLISH = """
    the a an of in on at to for and or is are was were be been being by with from as that this it
    its what which who whom whose when where how why did do does many much than have has had not
    there their they he she his her s
"""
# They ask; they join; they point; they mark tense, direction and manner.
_THAI = """
    อะไร ใด ใคร เท่าไร เท่าไหร่ เท่าใด กี่ อย่างไร ไหน ที่ไหน ที่ใด ทำไม เหตุใด เพราะอะไร เมื่อไร เมื่อไหร่
    เมื่อใด วันใด สิ่งใด คนใด ผู้ใด แบบใด อันใด ไร บ้าง หรือไม่ ไหม มั้ย ครับ ค่ะ คะ นะ
    ที่ ซึ่ง อัน ว่า และ หรือ แต่ ก็ จึง เพราะ เนื่องจาก ดังนั้น ถ้า หาก จน นอกจาก เช่น ดัง ดังนี้ ทั้ง เมื่อ
    แล้ว เพื่อ ของ ใน จาก กับ ต่อ แก่ แด่ แห่ง โดย โดยที่ ด้วย ตาม ถึง ทาง เกี่ยวกับ กว่า อยู่ใน
    นี้ นั้น เหล่านี้ เหล่านั้น ดังกล่าว เขา เธอ มัน ท่าน เรา พวกเขา ผู้ สิ่ง ตัว เอง ด้าน ส่วน ชื่อว่า
    เป็น คือ มี ได้ ให้ อยู่ ถูก ไป มา ขึ้น ลง ออก เข้า ไว้ จะ ต้อง อาจ ควร ย่อม มัก เคย ยัง กำลัง ไม่ ไม่ได้
    ทำให้ การ ความ กัน อีก มาก ต่าง เลย ทุก บาง เพียง แค่ อย่าง จัด นำ ละ
"""

STOP_WORDS = frozenset(_ENGLISH.split())  # never terms

# As terms of a Thai text these cost nothing, being in nearly every passage; but their English
# equivalents (get, go, give, correct) are rare enough to lead a question astray. PyThaiNLP's list
# of 1,030 words holds words of content as well (day, build, lead, find) and brings less.
ASIDE = frozenset(_THAI.split())
