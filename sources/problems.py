"""What can be wrong with a source or a setting, in both languages."""

from sources.errors import Problem

NOTHING_GIVEN = Problem(
    en="No file or address was given; name one.",
    th="ยังไม่ได้ระบุไฟล์หรือลิงก์ โปรดระบุก่อน",
)
FOLDER = Problem(
    en="{path} is a folder; name the files in it one by one.",
    th="{path} เป็นโฟลเดอร์ โปรดระบุไฟล์ข้างในทีละไฟล์",
)
NO_FILE = Problem(
    en="There is no file {path}; check the path, and write a web address with https://.",
    th="ไม่พบไฟล์ {path} โปรดตรวจตำแหน่งไฟล์อีกครั้ง ถ้าเป็นลิงก์ให้ขึ้นต้นด้วย https://",
)
FORBIDDEN_FILE = Problem(
    en="{path} may not be read; ask for read permission or copy the file.",
    th="ไม่มีสิทธิ์อ่าน {path} โปรดขอสิทธิ์อ่านหรือคัดลอกไฟล์ไปไว้ที่อื่น",
)
UNREADABLE_FILE = Problem(
    en="{path} cannot be read ({reason}); check the disk or copy the file.",
    th="อ่าน {path} ไม่ได้ ({reason}) โปรดตรวจดิสก์หรือคัดลอกไฟล์ไปไว้ที่อื่น",
)
EMPTY_FILE = Problem(
    en="{name} is empty; give a file with text in it.",
    th="{name} เป็นไฟล์เปล่า โปรดเลือกไฟล์ที่มีเนื้อหา",
)
TOO_LARGE = Problem(
    en="{name} is larger than {limit:g} MB; split it, or raise THAMTOP_MAX_SOURCE_MB.",
    th="{name} ใหญ่เกิน {limit:g} เมกะไบต์ โปรดแบ่งเป็นไฟล์ย่อย หรือเพิ่มค่า THAMTOP_MAX_SOURCE_MB",
)
NO_TEXT = Problem(
    en="{name} has no text; give a file with text in it.",
    th="{name} ไม่มีข้อความ โปรดเลือกไฟล์ที่มีเนื้อหา",
)
FAILED = Problem(
    en="{name} cannot be read as an article ({reason}); copy its text into a file and load that.",
    th="อ่าน {name} เป็นบทความไม่ได้ ({reason}) โปรดคัดลอกข้อความไปไว้ในไฟล์ใหม่แล้วเพิ่มไฟล์นั้น",
)

BINARY = Problem(
    en="{name} is not text but binary; save it as text, Markdown, HTML, PDF or DOCX, under a name "
    "that ends accordingly.",
    th="{name} ไม่ใช่ไฟล์ข้อความ โปรดบันทึกเป็นข้อความ Markdown HTML PDF หรือ DOCX แล้วใช้นามสกุลไฟล์ให้ตรงกัน",
)
BINARY_IN_SPITE = Problem(
    en="{name} is not text but binary in spite of its name's {suffix}; save it as text, Markdown, "
    "HTML, PDF or DOCX.",
    th="{name} ไม่ใช่ไฟล์ข้อความ แม้ชื่อจะลงท้ายด้วย {suffix} โปรดบันทึกเป็นข้อความ Markdown HTML PDF หรือ DOCX",
)
ARCHIVE = Problem(
    en="{name} is a ZIP archive; unpack it and load the articles in it one by one.",
    th="{name} เป็นไฟล์ ZIP โปรดแตกไฟล์ก่อน แล้วเพิ่มบทความข้างในทีละไฟล์",
)
OTHER_DOCUMENT = Problem(
    en="{name} is a spreadsheet, slides, an e-book or an OpenDocument file; save it as PDF "
    "or DOCX.",
    th="{name} เป็นตารางคำนวณ สไลด์ อีบุ๊ก หรือไฟล์ OpenDocument โปรดบันทึกเป็น PDF หรือ DOCX ก่อน",
)
OLD_WORD = Problem(
    en="{name} is an old Word file, or one with a password; save it as DOCX without one.",
    th="{name} เป็นไฟล์ Word รุ่นเก่าหรือมีรหัสผ่าน โปรดบันทึกใหม่เป็น DOCX โดยไม่ตั้งรหัสผ่าน",
)
BROKEN_WORD = Problem(
    en="{name} is damaged or no Word file; open it in Word or LibreOffice and save it again as "
    "DOCX.",
    th="{name} เสียหายหรือไม่ใช่ไฟล์ Word โปรดเปิดด้วย Word หรือ LibreOffice แล้วบันทึกใหม่เป็น DOCX",
)
UNPACKS_TOO_LARGE = Problem(
    en="{name} unpacks to more than {limit:g} MB; split it.",
    th="{name} เมื่อคลายการบีบอัดแล้วใหญ่เกิน {limit:g} เมกะไบต์ โปรดแบ่งเป็นไฟล์ย่อย",
)
BROKEN_PDF = Problem(
    en="{name} is damaged or no PDF file; open it in a viewer and print it to a new PDF.",
    th="{name} เสียหายหรือไม่ใช่ไฟล์ PDF โปรดเปิดด้วยโปรแกรมอ่าน PDF แล้วพิมพ์เป็น PDF ใหม่",
)
PICTURES = Problem(
    en="{name} has no text in it, only pictures of pages; make it searchable first, for example "
    "with ocrmypdf -l tha+eng.",
    th="{name} มีแต่ภาพของหน้ากระดาษ ไม่มีข้อความ โปรดแปลงภาพเป็นข้อความ (OCR) ก่อน "
    "เช่น ใช้ ocrmypdf -l tha+eng",
)
LOCKED_PDF = Problem(
    en="{name} is encrypted; open it with its password and save a copy without one.",
    th="{name} มีรหัสผ่าน โปรดเปิดด้วยรหัสผ่านแล้วบันทึกสำเนาที่ไม่มีรหัสผ่าน",
)
BROKEN_TEXT = Problem(
    en="{name} begins like {encoding} but is damaged at byte {place}; save it again as UTF-8.",
    th="{name} ขึ้นต้นแบบ {encoding} แต่เสียหายที่ไบต์ที่ {place} โปรดบันทึกใหม่เป็น UTF-8",
)
UNKNOWN_ENCODING = Problem(
    en="The encoding of {name} cannot be told; save it again as UTF-8.",
    th="ไม่ทราบว่า {name} ใช้รหัสอักขระแบบใด โปรดบันทึกใหม่เป็น UTF-8",
)
NO_ARTICLE = Problem(
    en="No article was found in {name}; if a browser shows one, copy its text into a file and load "
    "that.",
    th="ไม่พบบทความใน {name} ถ้าเปิดในเบราว์เซอร์แล้วเห็นเนื้อหา โปรดคัดลอกข้อความไปไว้ในไฟล์แล้วเพิ่มไฟล์นั้น",
)

ONLY_A_TITLE = Problem(
    en="{name} has no text below its title; write the article there.",
    th="{name} มีแต่ชื่อเรื่อง โปรดเขียนเนื้อหาไว้ใต้ชื่อเรื่อง",
)
NO_YAML = Problem(
    en="The front matter of {name} is not valid YAML; put values with a colon in quotes.",
    th="ส่วนหัว (front matter) ของ {name} ไม่เป็น YAML ที่ถูกต้อง ค่าที่มีเครื่องหมาย : ให้ใส่ไว้ในอัญประกาศ",
)
NO_YAML_IN_LINE = Problem(
    en="The front matter of {name} is not valid YAML in line {line}; put values with a colon in "
    "quotes.",
    th="ส่วนหัว (front matter) ของ {name} ไม่เป็น YAML ที่ถูกต้องในบรรทัดที่ {line} ค่าที่มีเครื่องหมาย : "
    "ให้ใส่ไว้ในอัญประกาศ",
)
OTHER_LANGUAGE = Problem(
    en="The front matter of {name} gives the language {given}; use th or en.",
    th="ส่วนหัว (front matter) ของ {name} ระบุภาษาเป็น {given} โปรดใช้ th หรือ en",
)
NO_DAY = Problem(
    en="The front matter of {name} says it was published {given}; write the day like 2020-09-08.",
    th="ส่วนหัว (front matter) ของ {name} ระบุวันเผยแพร่เป็น {given} โปรดเขียนวันที่แบบ 2020-09-08",
)

FEED_IN_FEED = Problem(
    en="{address} is a feed within a feed; load it by itself.",
    th="{address} เป็นฟีดที่ซ้อนอยู่ในฟีด โปรดเพิ่มแยกต่างหาก",
)
BROKEN_FEED = Problem(
    en="The feed {name} is damaged; load the pages it leads to instead.",
    th="ฟีด {name} เสียหาย โปรดเพิ่มหน้าเว็บที่ฟีดชี้ไปแทน",
)
NO_FEED = Problem(
    en="{name} is XML but no RSS or Atom feed; give a feed or save the text of it.",
    th="{name} เป็น XML แต่ไม่ใช่ฟีด RSS หรือ Atom โปรดใช้ฟีด หรือบันทึกเฉพาะข้อความ",
)
EMPTY_FEED = Problem(
    en="The feed {name} has no entries; try again when it has some.",
    th="ฟีด {name} ยังไม่มีรายการ โปรดลองใหม่ภายหลัง",
)
FEED_WITHOUT_TEXT = Problem(
    en="No entry of the feed {name} has text; give the pages themselves.",
    th="ไม่มีรายการใดในฟีด {name} ที่มีข้อความ โปรดเพิ่มหน้าเว็บเองทีละหน้า",
)
ENTRY_WITHOUT_TEXT = Problem(
    en="The entry “{title}” has no text; open it in a browser to check.",
    th="รายการ “{title}” ไม่มีข้อความ โปรดเปิดดูในเบราว์เซอร์",
)
PAGES_GIVEN_UP = Problem(
    en="The pages before this one could not be reached, so {address} was not tried; add it later.",
    th="หน้าเว็บก่อนหน้านี้ติดต่อไม่ได้ จึงไม่ได้ลองเปิด {address} โปรดเพิ่มภายหลัง",
)

NO_ADDRESS = Problem(
    en="{address} is not a web address; only http:// and https:// can be read.",
    th="{address} ไม่ใช่ลิงก์หน้าเว็บ อ่านได้เฉพาะลิงก์ที่ขึ้นต้นด้วย http:// หรือ https://",
)
INVALID_ADDRESS = Problem(
    en="{address} is not a valid web address; check its spelling.",
    th="{address} ไม่ใช่ลิงก์ที่ถูกต้อง โปรดตรวจตัวสะกด",
)
UNREACHABLE = Problem(
    en="{address} cannot be reached; check the address and the network connection.",
    th="ติดต่อ {address} ไม่ได้ โปรดตรวจลิงก์และการเชื่อมต่ออินเทอร์เน็ต",
)
SLOW = Problem(
    en="{address} did not answer within {seconds:g} seconds; try again, or raise "
    "THAMTOP_FETCH_TIMEOUT_S.",
    th="{address} ไม่ตอบภายใน {seconds:g} วินาที โปรดลองใหม่ หรือเพิ่มค่า THAMTOP_FETCH_TIMEOUT_S",
)
CIRCLE = Problem(
    en="{address} redirects in a circle; open it in a browser and copy the final address.",
    th="{address} ส่งต่อวนไปมาไม่รู้จบ โปรดเปิดในเบราว์เซอร์แล้วคัดลอกลิงก์สุดท้าย",
)
LEADS_ELSEWHERE = Problem(
    en="{address} leads to something else than a web page; only http:// and https:// can be read.",
    th="{address} ไม่ได้ส่งต่อไปยังหน้าเว็บ อ่านได้เฉพาะลิงก์ที่ขึ้นต้นด้วย http:// หรือ https://",
)
LEADS_INSIDE = Problem(
    en="{address} leads to {host}, a machine inside your own network; if that is meant, give the "
    "address there itself.",
    th="{address} ส่งต่อไปยัง {host} ซึ่งเป็นเครื่องในเครือข่ายภายใน "
    "ถ้าต้องการอ่านจริง โปรดวางลิงก์ของเครื่องนั้นโดยตรง",
)
EMPTY_PAGE = Problem(
    en="{address} sent an empty page; open it in a browser to check.",
    th="{address} ส่งหน้าเปล่ากลับมา โปรดเปิดดูในเบราว์เซอร์",
)
NOT_THERE = Problem(
    en="{address} does not exist (status {status}); check the address.",
    th="ไม่พบหน้า {address} (สถานะ {status}) โปรดตรวจลิงก์",
)
REFUSED = Problem(
    en="{address} refuses to be read (status {status}); save the page from a browser and load the "
    "file.",
    th="{address} ไม่อนุญาตให้อ่าน (สถานะ {status}) โปรดบันทึกหน้าเว็บจากเบราว์เซอร์แล้วเพิ่มเป็นไฟล์",
)
OUT_OF_ORDER = Problem(
    en="{address} is out of order (status {status}); try again later.",
    th="{address} ขัดข้อง (สถานะ {status}) โปรดลองใหม่ภายหลัง",
)
OTHER_STATUS = Problem(
    en="{address} answered with status {status}; open it in a browser to check.",
    th="{address} ตอบกลับด้วยสถานะ {status} โปรดเปิดดูในเบราว์เซอร์",
)

SETTING = Problem(
    en="The setting {name} cannot be used ({reason}); correct or unset it.",
    th="ค่าของ {name} ใช้ไม่ได้ ({reason}) โปรดแก้ให้ถูกต้องหรือยกเลิกการตั้งค่านี้",
)
