"""What can be wrong with an evaluation, in both languages."""

from sources import Problem

NO_CHAT_MODEL = Problem(
    en="No chat model is set; set THAMTOP_CHAT_MODEL, such as to ollama:llama3.2.",
    th="ยังไม่ได้ตั้งโมเดลแชต โปรดตั้ง THAMTOP_CHAT_MODEL ก่อน เช่น ollama:llama3.2",
)
MODEL_AWAY = Problem(
    en="The chat model {model} worded none of the first {count} answers (“{note}”); check "
    "THAMTOP_CHAT_MODEL, THAMTOP_CHAT_BASE_URL and THAMTOP_CHAT_API_KEY, and whether its server "
    "runs.",
    th="{model} ไม่ได้เรียบเรียงคำตอบเลยใน {count} ข้อแรก (“{note}”) โปรดตรวจ THAMTOP_CHAT_MODEL "
    "THAMTOP_CHAT_BASE_URL และ THAMTOP_CHAT_API_KEY และดูว่าเซิร์ฟเวอร์ทำงานอยู่หรือไม่",
)

RESULT_NOT_JSON = Problem(
    en="{path} is not JSON; give a file of `evals run --json`.",
    th="{path} ไม่ใช่ JSON โปรดใช้ไฟล์ที่ได้จาก `evals run --json`",
)
NO_RESULT = Problem(
    en="{path} holds no result; give a file of `evals run --json`.",
    th="{path} ไม่มีผลการประเมิน โปรดใช้ไฟล์ที่ได้จาก `evals run --json`",
)
NOTHING_IN_COMMON = Problem(
    en="The two runs have no question in common; compare runs of one set.",
    th="ผลทั้งสองครั้งไม่มีคำถามร่วมกัน โปรดเลือกผลที่มาจากชุดคำถามเดียวกัน",
)

EMPTY_SET = Problem(
    en="The question set {name} is empty; give it one question as a JSON object a line.",
    th="ชุดคำถาม {name} ว่างเปล่า โปรดเขียนคำถามบรรทัดละข้อเป็นออบเจ็กต์ JSON",
)
NOT_UTF8 = Problem(
    en="{path} is not UTF-8 text; save it as UTF-8.",
    th="{path} ไม่ใช่ข้อความ UTF-8 โปรดบันทึกใหม่เป็น UTF-8",
)
UNREADABLE = Problem(
    en="{path} cannot be read ({reason}); check the path.",
    th="อ่าน {path} ไม่ได้ ({reason}) โปรดตรวจตำแหน่งไฟล์",
)
SAME_ID = Problem(
    en="Line {number} of {name} has the id {given!r} of an earlier line; give each question its "
    "own.",
    th="บรรทัดที่ {number} ของ {name} มี id {given!r} ซ้ำกับบรรทัดก่อน โปรดตั้งให้ไม่ซ้ำกัน",
)
NOT_JSON = Problem(
    en="Line {number} of {name} is not JSON; write one question as a JSON object a line.",
    th="บรรทัดที่ {number} ของ {name} ไม่ใช่ JSON โปรดเขียนคำถามบรรทัดละข้อเป็นออบเจ็กต์ JSON",
)
NO_OBJECT = Problem(
    en="Line {number} of {name} is not a JSON object; write one question a line.",
    th="บรรทัดที่ {number} ของ {name} ไม่ใช่ออบเจ็กต์ JSON โปรดเขียนคำถามบรรทัดละข้อ",
)
NO_MEMBER = Problem(
    en='Line {number} of {name} has no "{member}"; add it.',
    th='บรรทัดที่ {number} ของ {name} ไม่มี "{member}" โปรดเพิ่ม',
)
NO_TEXT = Problem(
    en='"{member}" in line {number} of {name} is not text.',
    th='"{member}" ในบรรทัดที่ {number} ของ {name} ต้องเป็นข้อความ',
)
NO_LIST = Problem(
    en='"{member}" in line {number} of {name} is not a list of text.',
    th='"{member}" ในบรรทัดที่ {number} ของ {name} ต้องเป็นรายการของข้อความ',
)
NO_LISTS = Problem(
    en='"{member}" in line {number} of {name} is not a list of lists of text.',
    th='"{member}" ในบรรทัดที่ {number} ของ {name} ต้องเป็นรายการที่แต่ละรายการเป็นรายการของข้อความ',
)
NO_TRUTH = Problem(
    en='"{member}" in line {number} of {name} is not true or false.',
    th='"{member}" ในบรรทัดที่ {number} ของ {name} ต้องเป็น true หรือ false',
)
OTHER_LANGUAGE = Problem(
    en='Line {number} of {name} has the lang {given!r}; write "th" or "en".',
    th='บรรทัดที่ {number} ของ {name} ระบุ lang เป็น {given!r} โปรดเขียน "th" หรือ "en"',
)
NO_GOLD = Problem(
    en="Line {number} of {name} is answerable but has no facts or no evidence; add them or write "
    '"answerable": false.',
    th="บรรทัดที่ {number} ของ {name} เป็นคำถามที่ตอบได้แต่ไม่มี facts หรือ evidence โปรดเพิ่ม "
    'หรือเขียน "answerable": false',
)
NO_SQUAD = Problem(
    en="{path} is not in the SQuAD 1.1 format ({reason}); correct it or give another file.",
    th="{path} ไม่เป็นไปตามรูปแบบ SQuAD 1.1 ({reason}) โปรดแก้ไขหรือใช้ไฟล์อื่น",
)
NO_PASSAGES = Problem(
    en="{path} holds no passages; give another file.",
    th="{path} ไม่มีเนื้อหา โปรดใช้ไฟล์อื่น",
)
NO_QUESTIONS = Problem(
    en="{path} holds no questions; give another file.",
    th="{path} ไม่มีคำถาม โปรดใช้ไฟล์อื่น",
)
