"""Two articles of our own that no rule was made for, and the shipped one, by language."""

from sources import Document, shipped_documents

MARKET_THAI = """\
เทศบาลนครเชียงใหม่เปิดตลาดสดแห่งใหม่ริมแม่น้ำปิงเมื่อวันที่ 5 มีนาคม 2565 ตลาดนี้มีแผงค้า 120 แผง และใช้งบประมาณก่อสร้าง 48 ล้านบาท

นายสมชาย ใจดี นายกเทศมนตรีนครเชียงใหม่ กล่าวว่าตลาดใหม่จะช่วยผู้ค้ารายย่อยที่เคยขายของริมถนน ผู้ค้าต้องจ่ายค่าเช่าเดือนละ 1,500 บาท ซึ่งลดลงร้อยละ 12 จากตลาดเดิม

สินค้าที่ขายในตลาด ได้แก่ ผักปลอดสารพิษ ผลไม้ ปลาน้ำจืด และอาหารพื้นเมือง เทศบาลตั้งคณะกรรมการ 9 คนเพื่อดูแลความสะอาด โครงการนี้แบ่งเป็น 3 ระยะ ระยะที่สองจะเริ่มในเดือนกรกฎาคม 2565

ประเทศที่ส่งคณะมาดูงาน ได้แก่ ลาว เวียดนาม และญี่ปุ่น คณะจะพักที่เชียงใหม่ตั้งแต่วันที่ 20 ถึงวันที่ 22 เมษายน 2565
"""
MARKET_ENGLISH = """\
The city of Chiang Mai opened a new market beside the Ping River on 5 March 2022. The market has 120 stalls and cost 48 million baht to build.

Mayor Somchai Jaidee said the market would help small traders who used to sell by the road. Dr. Malee Srisuk, who heads the Urban Food Network (UFN), called it a model for other cities. Traders pay a rent of 1,500 baht a month, 12% less than in the old market.

The goods on sale include organic vegetables, fruit, freshwater fish and local dishes. The city set up a committee of nine members to keep the place clean. The project has three phases, and the second phase will begin in July 2022.

The countries sending delegations are Laos, Vietnam and Japan. The delegations will stay in Chiang Mai from 20 to 22 April 2022.
"""


def market(language: str) -> Document:
    """Return the article on a market."""
    text = {"th": MARKET_THAI, "en": MARKET_ENGLISH}[language]
    title = {"th": "เชียงใหม่เปิดตลาดใหม่ริมปิง", "en": "Chiang Mai opens a market by the river"}
    return Document.create(title=title[language], text=text, origin=f"market.{language}.txt")


def shipped(language: str) -> Document:
    """Return the shipped article in a language."""
    return next(document for document in shipped_documents() if document.language == language)
