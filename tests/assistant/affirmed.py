"""Yes-or-no questions, the evidence for them, and what is right."""

# Passages, sentence by sentence; a case names the sentence that is the evidence.
SENTENCES = {
    "th": {
        "meeting": (
            "การประชุมรัฐมนตรีต่างประเทศอาเซียนครั้งที่ 53 จะจัดขึ้นตั้งแต่วันที่ 9 ถึงวันที่ 12 กันยายน 2563 "
            "และจะร่วมกันลงนามเอกสารทั้งหมด 17 ฉบับ"
        ),
        "groups": "เอกสารทั้ง 17 ฉบับจัดได้เป็น 4 กลุ่ม",
        "first": (
            "กลุ่มแรกเป็นหุ้นส่วนทางยุทธศาสตร์ที่อาเซียนทำกับจีน อินเดีย เกาหลี รัสเซีย นิวซีแลนด์ แคนาดา และสหรัฐอเมริกา"
        ),
        "second": "กลุ่มที่สองอาเซียนลงนามกับสหประชาชาติ",
        "mekong": "วันที่ 11 กันยายน 2563 มีการประชุมระดับรัฐมนตรีหุ้นส่วนลุ่มน้ำโขง-สหรัฐฯ ซึ่งจัดเป็นครั้งที่ 1",
        "countries": "ประเทศลุ่มน้ำโขงที่เข้าร่วม ได้แก่ กัมพูชา ลาว เมียนมา เวียดนาม และไทย",
        "two": "เอกสารที่จะลงนามกันในวันนั้นมี 2 ฉบับ",
        "plan": "ทุกฝ่ายตกลงกันว่าจะร่างแผนปฏิบัติการของ JUMPP ให้เสร็จภายใน 1 ปี",
        "money": "สหรัฐฯ จะประกาศให้เงินสนับสนุนด้วย",
        "market": "ตลาดใหม่ยังไม่เปิดให้บริการในวันอาทิตย์ และไม่มีที่จอดรถ",
        "rent": "ผู้ค้าจ่ายค่าเช่าเดือนละ 1,500 บาท ลดลงร้อยละ 12 จากตลาดเดิม",
        "refused": "เทศบาลปฏิเสธข้อเสนอของผู้ค้าที่ขอเลื่อนการย้าย",
    },
    "en": {
        "meeting": (
            "The 53rd ASEAN Foreign Ministers' Meeting will be held from 9 to 12 September "
            "2020 by video conference, and they will sign 17 documents."
        ),
        "groups": "The 17 documents fall into four groups.",
        "first": (
            "The first group concerns strategic partnerships that ASEAN has with China, "
            "India, Korea, Russia, New Zealand, Canada and the United States."
        ),
        "second": "In the second group ASEAN signs with the United Nations.",
        "mekong": (
            "On 11 September 2020 there is another meeting, the 1st Mekong-US Partnership "
            "Ministerial Meeting."
        ),
        "countries": (
            "The Mekong countries taking part are Cambodia, Laos, Myanmar, Vietnam and Thailand."
        ),
        "two": "Two documents are to be signed that day.",
        "plan": ("All sides have agreed to draw up a draft action plan under JUMPP within 1 year."),
        "money": "The United States will also announce funding.",
        "market": "The new market is not yet open on Sundays and has no car park.",
        "rent": "Traders pay a rent of 1,500 baht a month, down 12% from the old market.",
        "refused": "The city rejected the traders' request to delay the move.",
    },
}

THAI = (
    ("แผนปฏิบัติการ JUMPP ร่างเสร็จเรียบร้อยแล้วใช่ไหม", "plan", False),
    ("จะมีการร่างแผนปฏิบัติการ JUMPP ใช่ไหม", "plan", True),
    ("การประชุมครั้งที่ 53 จัดวันที่ 9 ถึง 12 กันยายน 2563 ใช่ไหม", "meeting", True),
    ("การประชุมจัดวันที่ 9-12 กันยายน ค.ศ. 2020 ใช่หรือไม่", "meeting", True),
    ("การประชุมรัฐมนตรีต่างประเทศจัดขึ้นในเดือนตุลาคม 2563 ใช่ไหม", "meeting", False),
    ("การประชุมเริ่มวันที่ 10 กันยายนใช่หรือเปล่า", "meeting", False),
    ("การประชุมเริ่มวันที่ 9 กันยายน 2563 ใช่ไหม", "meeting", True),
    ("การประชุมสิ้นสุดวันที่ 12 กันยายน 2563 ใช่มั้ย", "meeting", True),
    ("วันที่ 11 กันยายน 2563 ยังอยู่ในช่วงประชุมรัฐมนตรีอาเซียนหรือไม่", "meeting", True),
    ("วันที่ 13 กันยายน 2563 ยังประชุมอยู่ไหม", "meeting", False),
    ("ลงนามเอกสาร ๑๗ ฉบับใช่ไหม", "meeting", True),
    ("อาเซียนจะลงนามเอกสาร 20 ฉบับหรือไม่", "meeting", False),
    ("เป็นการประชุมครั้งที่ 52 ใช่หรือไม่", "meeting", False),
    ("เอกสารแบ่งเป็นสี่กลุ่มใช่ไหม", "groups", True),
    ("เอกสารแบ่งเป็นห้ากลุ่มใช่ไหม", "groups", False),
    ("เอกสาร 17 ฉบับแบ่งเป็นห้ากลุ่มใช่ไหม", "meeting", False),
    ("เอกสาร 17 ฉบับแบ่งเป็นสี่กลุ่มใช่ไหม", "meeting", True),
    ("จีนอยู่ในกลุ่มแรกหรือเปล่า", "first", True),
    ("สหรัฐฯ อยู่ในกลุ่มแรกใช่ไหม", "first", True),
    ("ญี่ปุ่นอยู่ในกลุ่มแรกหรือเปล่า", "first", False),
    ("อาเซียนลงนามกับสหประชาชาติในกลุ่มที่ 2 ใช่ไหม", "second", True),
    ("การประชุมลุ่มน้ำโขง-สหรัฐฯ จัดเป็นครั้งแรกใช่ไหม", "mekong", True),
    ("การประชุมลุ่มน้ำโขง-สหรัฐฯ จัดเป็นครั้งที่สองใช่ไหม", "mekong", False),
    ("ลาวเป็นประเทศลุ่มน้ำโขงที่เข้าร่วมหรือไม่", "countries", True),
    ("พม่าเข้าร่วมด้วยหรือเปล่า", "countries", True),
    ("มาเลเซียเข้าร่วมประชุมลุ่มน้ำโขงด้วยหรือไม่", "countries", False),
    ("จะลงนามเอกสารสองฉบับในวันนั้นใช่ไหม", "two", True),
    ("จะลงนามเอกสารสามฉบับในวันนั้นใช่ไหม", "two", False),
    ("แผนปฏิบัติการ JUMPP ต้องเสร็จภายในสองปีใช่ไหม", "plan", False),
    ("แผนปฏิบัติการ JUMPP ต้องเสร็จภายในหนึ่งปีใช่ไหม", "plan", True),
    ("สหรัฐฯ จะให้เงินสนับสนุนไหม", "money", True),
    ("สหรัฐฯ จะไม่ให้เงินสนับสนุนใช่ไหม", "money", False),
    ("ตลาดใหม่เปิดวันอาทิตย์ไหม", "market", False),
    ("ตลาดใหม่ไม่มีที่จอดรถใช่ไหม", "market", True),
    ("ค่าเช่าเดือนละ 1,500 บาทใช่หรือไม่", "rent", True),
    ("ค่าเช่าลดลงร้อยละ 20 ใช่หรือไม่", "rent", False),
    ("ค่าเช่าเพิ่มขึ้นร้อยละ 12 ใช่ไหม", "rent", False),
    ("เทศบาลยอมรับข้อเสนอของผู้ค้าหรือไม่", "refused", False),
    ("เทศบาลปฏิเสธข้อเสนอของผู้ค้าใช่ไหม", "refused", True),
)
ENGLISH = (
    ("Has the JUMPP action plan been drawn up already?", "plan", False),
    ("Will the sides draw up an action plan under JUMPP?", "plan", True),
    ("Someone told me that 17 documents would be signed. Is that right?", "meeting", True),
    ("I heard 20 documents would be signed at the 53rd meeting. Is that true?", "meeting", False),
    ("Is the 53rd meeting held from 9 to 12 September 2020?", "meeting", True),
    ("Was the meeting held on 9-12 September 2563?", "meeting", True),
    ("Will the foreign ministers meet in October 2020?", "meeting", False),
    ("Does the meeting start on 10 September?", "meeting", False),
    ("Does the meeting begin on 9 September 2020?", "meeting", True),
    ("Does the meeting end on 12 September 2020?", "meeting", True),
    ("Is the ASEAN meeting still on on 11 September 2020?", "meeting", True),
    ("Does the meeting go on until 13 September 2020?", "meeting", False),
    ("Will seventeen documents be signed?", "meeting", True),
    ("Will they sign 20 documents?", "meeting", False),
    ("Is it the 52nd meeting?", "meeting", False),
    ("Is it the fifty-third meeting?", "meeting", True),
    ("Do the documents fall into 4 groups?", "groups", True),
    ("Are there five groups of documents?", "groups", False),
    ("Is China in the first group?", "first", True),
    ("Is the US in the first group?", "first", True),
    ("Isn't Canada in the first group?", "first", True),
    ("Is Japan in the first group?", "first", False),
    ("Does ASEAN sign with the United Nations in the 2nd group?", "second", True),
    ("Is it the first Mekong-US ministerial meeting?", "mekong", True),
    ("Is it the second Mekong-US ministerial meeting?", "mekong", False),
    ("Is Laos one of the Mekong countries taking part?", "countries", True),
    ("Does Malaysia take part?", "countries", False),
    ("Are 2 documents to be signed that day?", "two", True),
    ("Are three documents to be signed that day?", "two", False),
    ("Must the JUMPP plan be ready within two years?", "plan", False),
    ("Must the JUMPP action plan be ready within one year?", "plan", True),
    ("Will the United States announce funding?", "money", True),
    ("Is it true that the United States will not announce funding?", "money", False),
    ("Is the market open on Sundays?", "market", False),
    ("Is it true that the market has no car park?", "market", True),
    ("Is the rent 1,500 baht a month?", "rent", True),
    ("Is the rent down 20%?", "rent", False),
    ("Is the rent up 12%?", "rent", False),
    ("Did the city accept the traders' request?", "refused", False),
    ("Did the city reject the traders' request?", "refused", True),
)

# Written after the rules, to see whether they hold for another article.
DAM = {
    "th": "เขื่อนปากมูลเก็บน้ำได้ 225 ล้านลูกบาศก์เมตร สร้างเสร็จเมื่อเดือนมิถุนายน 2537 ช้ากว่ากำหนด 3 ปี "
    "เวียดนามและลาวคัดค้าน แต่ธนาคารโลกให้กู้ 24 ล้านดอลลาร์สหรัฐ ปัจจุบันบันไดปลาโจนใช้งานไม่ได้ "
    "ฤดูจับปลายาวสี่เดือน ตั้งแต่เดือนพฤษภาคมถึงสิงหาคม เกษตรกรได้เงินคนละ 60,000 บาท "
    "ส่วนชาวประมงไม่ได้รับเงิน",
    "en": "The dam at Pak Mun stores 225 million cubic metres of water. It was finished in June "
    "1994, 3 years late. Vietnam and Laos opposed it, but the World Bank lent US$24 million. No fish "
    "ladder works today. The fishing season now lasts four months, from May to August. Farmers "
    "got 60,000 baht each; fishers received nothing.",
}
DAM_THAI = (
    ("เขื่อนสร้างเสร็จเดือนมิถุนายน 2537 ใช่ไหม", "สร้างเสร็จเมื่อเดือนมิถุนายน 2537 ช้ากว่ากำหนด 3 ปี", True),
    ("เขื่อนสร้างเสร็จปี 2540 ใช่ไหม", "สร้างเสร็จเมื่อเดือนมิถุนายน 2537 ช้ากว่ากำหนด 3 ปี", False),
    ("เขื่อนเสร็จช้าไป 2 ปีหรือเปล่า", "สร้างเสร็จเมื่อเดือนมิถุนายน 2537 ช้ากว่ากำหนด 3 ปี", False),
    ("ลาวคัดค้านเขื่อนหรือไม่", "เวียดนามและลาวคัดค้าน", True),
    ("กัมพูชาคัดค้านเขื่อนหรือไม่", "เวียดนามและลาวคัดค้าน", False),
    ("เวียดนามเห็นชอบกับเขื่อนไหม", "เวียดนามและลาวคัดค้าน", False),
    ("บันไดปลาโจนใช้งานได้หรือไม่", "ปัจจุบันบันไดปลาโจนใช้งานไม่ได้", False),
    ("ฤดูจับปลายาว 4 เดือนใช่ไหม", "ฤดูจับปลายาวสี่เดือน ตั้งแต่เดือนพฤษภาคมถึงสิงหาคม", True),
    ("ฤดูจับปลายาวห้าเดือนใช่ไหม", "ฤดูจับปลายาวสี่เดือน ตั้งแต่เดือนพฤษภาคมถึงสิงหาคม", False),
    ("ชาวประมงได้รับเงินไหม", "เกษตรกรได้เงินคนละ 60,000 บาท ส่วนชาวประมงไม่ได้รับเงิน", False),
    ("เกษตรกรได้เงินหรือเปล่า", "เกษตรกรได้เงินคนละ 60,000 บาท ส่วนชาวประมงไม่ได้รับเงิน", True),
    ("เขื่อนเก็บน้ำ 100 ล้านลูกบาศก์เมตรใช่ไหม", "เขื่อนปากมูลเก็บน้ำได้ 225 ล้านลูกบาศก์เมตร", False),
)
DAM_ENGLISH = (
    (
        "Was the dam finished in June 2537 B.E.?",
        "It was finished in June 1994, 3 years late.",
        True,
    ),
    ("Was the dam finished in 1995?", "It was finished in June 1994, 3 years late.", False),
    ("Was the dam two years late?", "It was finished in June 1994, 3 years late.", False),
    ("Did Laos oppose the dam?", "Vietnam and Laos opposed it", True),
    ("Did Thailand oppose the dam?", "Vietnam and Laos opposed it", False),
    ("Does the fish ladder work?", "No fish ladder works today.", False),
    ("Does the season last 4 months?", "The fishing season now lasts four months", True),
    ("Does the season last five months?", "The fishing season now lasts four months", False),
    ("Did fishers get money?", "Farmers got 60,000 baht each; fishers received nothing.", False),
    (
        "Did farmers get 60,000 baht?",
        "Farmers got 60,000 baht each; fishers received nothing.",
        True,
    ),
    (
        "Did farmers get 6,000 baht?",
        "Farmers got 60,000 baht each; fishers received nothing.",
        False,
    ),
)

# One general case of each phenomenon: question, evidence, its language, what is right.
PHENOMENA = (
    (
        "Can pensioners ride without paying?",
        "Pensioners ride free; others pay 20 baht.",
        "en",
        True,
    ),
    (
        "Do pensioners have to pay?",
        "Pensioners travel without paying.",
        "en",
        False,
    ),
    (
        "Is parking without charge?",
        "Parking is free of charge on Sundays.",
        "en",
        True,
    ),
    (
        "Is there a fee for parking?",
        "Cars may be left there without any charge.",
        "en",
        False,
    ),
    (
        "ผู้สูงอายุขึ้นเรือโดยไม่ต้องจ่ายเงินได้ไหม",
        "ผู้สูงอายุขึ้นเรือได้ฟรี",
        "th",
        True,
    ),
    (
        "จอดรถต้องเสียเงินไหม",
        "ลานจอดรถใช้ได้โดยไม่เสียค่าใช้จ่าย",
        "th",
        False,
    ),
    (
        "จอดรถไม่เสียเงินใช่ไหม",
        "ผู้จอดรถต้องจ่ายคันละ 20 บาทที่ทางออก",
        "th",
        False,
    ),
    (
        "ผู้ป่วยนั่งรถรับส่งโดยไม่ต้องจ่ายใช่ไหม",
        "The shuttle is free for patients.",
        "en",
        True,
    ),
    (
        "Did they hit their goal for fewer van trips?",
        "Van trips fell by 28 per cent, short of the council's target of 35.",
        "en",
        False,
    ),
    (
        "Is Petra Hollwig the ambassador?",
        "Petra Hollwig, the mayor, wanted an electric motor to drive the clock.",
        "en",
        False,
    ),
    (
        "รัชดา ธนาดิเรก เป็นรัฐมนตรีต่างประเทศใช่ไหม",
        "น.ส.รัชดา ธนาดิเรก รองโฆษกประจำสำนักนายกรัฐมนตรี เปิดเผยถึงการประชุมรัฐมนตรีต่างประเทศอาเซียน",
        "th",
        False,
    ),
    (
        "Is Rachada Thanadirek a deputy spokesperson?",
        "น.ส.รัชดา ธนาดิเรก รองโฆษกประจำสำนักนายกรัฐมนตรี เปิดเผยถึงการประชุมรัฐมนตรีต่างประเทศอาเซียน",
        "th",
        True,
    ),
    (
        "Do most of the bells still go to churches?",
        "Only a quarter of its bells now go to churches.",
        "en",
        False,
    ),
    (
        "Do most of the bells go to churches?",
        "Three quarters of its bells go to churches.",
        "en",
        True,
    ),
    ("Are there more than 500 technicians?", "ทั้งประเทศมีช่างเทคนิคเพียง 286 คน", "th", False),
    ("Are there more than 200 technicians?", "ทั้งประเทศมีช่างเทคนิคเพียง 286 คน", "th", True),
    (
        "Is the bus quicker than the boat at rush hour?",
        "The boat is quicker than the bus at rush hour.",
        "en",
        False,
    ),
    (
        "Is the boat quicker than the bus at rush hour?",
        "The boat is quicker than the bus at rush hour.",
        "en",
        True,
    ),
    ("ระหว่างที่คดียังไม่จบ เรือไปเกาะยังวิ่งอยู่ใช่ไหม", "ระหว่างนี้เรือข้ามฟากไปเกาะยังให้บริการตามปกติ", "th", True),
    ("May I bring my guide dog?", "Pets are not admitted, guide dogs excepted.", "en", True),
    ("May I bring a cat?", "Pets are not admitted, guide dogs excepted.", "en", False),
    ("เรือที่ยังไม่จดทะเบียนได้รับเงินไหม", "เรือทุกลำได้รับเงิน ยกเว้นเรือที่ยังไม่ได้จดทะเบียน", "th", False),
    ("เรือที่จดทะเบียนแล้วได้รับเงินไหม", "เรือทุกลำได้รับเงิน ยกเว้นเรือที่ยังไม่ได้จดทะเบียน", "th", True),
    (
        "Does it spread by coughing?",
        "It does not spread by coughing, although a pregnant woman can pass it to her baby.",
        "en",
        False,
    ),
    (
        "Can a pregnant woman pass it to her baby?",
        "It does not spread by coughing, although a pregnant woman can pass it to her baby.",
        "en",
        True,
    ),
    (
        "หญิงมีครรภ์แพร่เชื้อให้ลูกได้ไหม",
        "It does not spread by coughing, although a pregnant woman can pass it to her baby.",
        "en",
        True,
    ),
    ("Must a 12-year-old pay?", "Children under 15 pay nothing.", "en", False),
    ("เด็กอายุ 12 ปีต้องจ่ายไหม", "ค่าบัตรปีละ 20 บาท แต่เด็กอายุต่ำกว่า 15 ปีไม่ต้องจ่าย", "th", False),
    ("Can a 16-year-old apply?", "Applicants must be at least 18 years old.", "en", False),
    ("Can a 40-year-old apply?", "Applicants must be at least 18 years old.", "en", True),
    ("อยู่ต่อ 45 วันได้ไหม", "ผู้ถือวีซ่าพำนักได้ไม่เกิน 30 วัน", "th", False),
    ("อยู่ต่อ 20 วันได้ไหม", "ผู้ถือวีซ่าพำนักได้ไม่เกิน 30 วัน", "th", True),
    ("Could women vote in 1900?", "Women have been able to vote since 1920.", "en", False),
    ("Could women vote in 1950?", "Women have been able to vote since 1920.", "en", True),
    (
        "Is the Sun's effect more than the Moon's?",
        "The Sun's effect is a little less than half of the Moon's.",
        "en",
        False,
    ),
    (
        "Is the men's net higher than the women's?",
        "The men's net is 2.43 metres high, the women's 2.24 metres.",
        "en",
        True,
    ),
    ("Is Japan a member?", "The members are Laos, Vietnam and Thailand.", "en", False),
    ("ญี่ปุ่นเป็นสมาชิกไหม", "The members are Laos, Vietnam and Thailand.", "en", False),
    ("Is Laos a member?", "ประเทศสมาชิก ได้แก่ ลาว เวียดนาม และไทย", "th", True),
    ("Is the museum open on Mondays?", "The museum is open from Wednesday to Sunday.", "en", False),
    ("Is the museum open on Fridays?", "The museum is open from Wednesday to Sunday.", "en", True),
    ("Did all of the songs become famous?", "Some of the songs became famous.", "en", False),
    (
        "คนพิการลงเรือสะดวกขึ้นใช่ไหม",
        "เรือเข้าเทียบท่าได้ทุกเวลาโดยไม่ต้องรอน้ำขึ้น และให้คนพิการลงเรือได้สะดวก",
        "th",
        True,
    ),
)
