"""What can be wrong with what a person does on the page, in both languages."""

from sources import Problem

NOT_ADDED = Problem(
    en="Something unforeseen went wrong ({reason}); try once more, or copy the text into a new "
    "file.",
    th="เกิดข้อผิดพลาดที่ไม่คาดคิด ({reason}) โปรดลองอีกครั้ง หรือคัดลอกข้อความไปไว้ในไฟล์ใหม่",
)
STOPPED = Problem(
    en="Stopped before it was read; add it again to go on.",
    th="หยุดก่อนที่จะอ่าน โปรดเพิ่มอีกครั้งเพื่อทำต่อ",
)
NO_ARTICLES = Problem(
    en="There is no article to ask about; add one under Sources, then press Measure.",
    th="ยังไม่มีบทความให้ถาม เพิ่มบทความในหน้าแหล่งข้อมูลก่อน แล้วกดเริ่มวัดอีกครั้ง",
)
RESULT_NOT_KEPT = Problem(
    en="The result cannot be kept in {folder} ({reason}); check the folder's permissions and free "
    "space, or download the result below.",
    th="เก็บผลไว้ใน {folder} ไม่ได้ ({reason}) โปรดตรวจสิทธิ์และพื้นที่ว่างของโฟลเดอร์ หรือดาวน์โหลดผลด้านล่าง",
)
