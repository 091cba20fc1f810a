"""English questions as people type them, by the kind that they ask for."""

WHO = """\
Who was most affected by the storm?
Which scientist led the team?
Who did the reporter interview?
Who scored the winning goal?
Who chaired the meeting?
who announced it
Whose idea was the bridge?
To whom was the prize given?
What is the name of the deputy spokesperson?
Which minister signed the agreement?
Who is Rachada Dhnadirek?
Which president vetoed the bill?
What was the spokesperson's name?
"""
LIST = """\
Give me all seven partners in the group, please.
Tell me the three main causes of accidents.
Besides Laos, who else shares the river?
What are the symptoms?
Apart from Thailand, which other countries took part?
Which provinces does the railway cross?
What parties are in the coalition?
Which vaccines did Thailand order?
Which countries are in the Mekong group?
What are the names of the two banks?
What are the four groups of documents?
Name the countries that signed in the fourth group.
List the topics of the third group
What countries took part?
Which partner countries are in the first group?
Which five provinces were flooded?
Who are the members of the board?
What topics does the second group cover?
What kinds of goods are exempt from the tax?
Give me three examples of exports.
Which two countries from outside the region are mentioned?
"""
WHEN = """\
Tell me the date of the meeting.
What's the date of the next meeting?
How soon will the line open?
In which month is the next election?
When will the water go down?
What date is the exam?
When was the temple built?
When will the ASEAN foreign ministers meet?
In which year was the treaty signed?
What year did the war end?
On what date does the meeting start?
what day is the Mekong meeting
During which month do the rains begin?
In what century was the temple built?
At what time does the museum open?
What time does it close?
From when is the law in force?
Since when has he been in office?
On which day were two documents signed?
By what date must the plan be ready?
"""
WHERE = """\
Which part of the country has most rain?
Where can I collect the card?
In which province did the storm land?
Where is the shelter?
Where is the headquarters?
In which city was the summit held?
where did the flood happen
What province does the river cross?
In what country was she born?
Which town was hit hardest?
From where do the goods come?
"""
HOW_MANY = """\
Of the 17 documents, how many are signed with Laos?
What is the total number of stalls?
What's the number of people who fell ill?
How many doses are made each month?
How many workers were used?
How many documents will be signed?
how many people died
What is the number of documents in all?
Into how many groups are the documents divided?
What number of countries took part?
number of countries in the partnership
total number of grants given
How many Mekong countries are there?
In how many groups do the 17 documents fall?
"""
HOW_MUCH = """\
What's the price of a ticket?
What is the exchange rate?
How high is the water now?
What is the fine for speeding?
How long is the expressway?
How much is a tonne of rice?
How much does the bridge cost?
How long is the tunnel?
How long did the meeting last?
What percentage of households have power?
how old was he when he died
How far is it from Bangkok?
How often does the council meet?
What was the price of rice?
What is the budget of the project?
By how much did exports fall?
How fast does the train run?
What is the population of Laos?
"""
WHICH = """\
Which part of the economy suffered most?
Which rice sells best?
Which university did the research?
Which airline cancelled its flights?
Which country hosts the summit?
Which agency acts for the United States?
In which group is Cuba?
Which of the groups concerns children?
Did the ministers meet in person or by video?
Is the meeting on the 9th or the 11th?
"""
WHAT = """\
What is the name of the storm?
What did he talk about?
What does the fund do?
What is the storm called?
What is the vaccine made of?
What is JUMPP?
What does the first group concern?
What will the United States announce?
what's the Mekong River Commission
What is the treaty called?
What did the ministers discuss?
About what did they disagree?
What is the draft about?
What happens on 11 September 2020?
"""
WHY = """\
What is the point of raising the dam?
What's the reason for the delay?
What was the reason for the fall in rubber prices?
Why is the road closed?
Why was the meeting held online?
For what purpose will the money be used?
What is the purpose of the plan?
What are the aims of JUMPP?
How come the price rose?
What is the reason for the delay?
What caused the flood?
What was the goal of the project?
"""
HOW = """\
How does the factory treat its waste water?
How can I get the relief money?
How will the ministers meet?
How do you apply for the loan?
In what way will they share data?
By what means were the talks held?
How does the virus spread?
"""
YES_NO = """\
I live in Trat - is the ferry running on Sundays?
My son is ten. Does he need a ticket?
Can children under 5 get the vaccine?
Is the bridge open yet?
Has the minister resigned?
Will it rain until Friday?
Do I have to wear a mask?
Is Laos a Mekong country?
Did China sign the treaty?
Will the United States give money?
Are there five groups?
Does the draft mention water?
Has the plan been approved yet?
Was it the 53rd meeting?
Isn't Cuba in the fourth group?
Is it true that the meeting lasts four days?
Will two or more documents be signed?
So did they sign it?
Can you tell me if China is in the first group?
Were any documents signed on 11 September 2020?
Thailand takes part, right?
"""
STANDS_FOR = """\
What is the full English name behind the acronym SEATO?
What does WHO stand for?
What does JUMPP stand for?
USAID stands for what?
What is the full name of USAID?
What is ASEAN short for?
What is the full form of RCEP?
What does the acronym JUMPP mean?
What is the English expansion of JUMPP?
"""
