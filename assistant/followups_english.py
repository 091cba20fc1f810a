"""Words by which an English question leans on the one before it, as data.

Each pattern is a regular expression over the normalised question in lower case, unless said
otherwise.
"""

# After these "that" points; after a noun it opens a clause.
_BEFORE_THAT = (
    "in|on|at|to|for|of|by|with|from|under|after|before|during|about|since|until|like|than|and|but|"
    "is|was|are|were|do|does|did|will|would|can|could|has|have|had|all|what|why|who|when|where|how|which"
)
# What opens a follow-up and says nothing.
LEAD = (
    r"^(?:(?:and|but|so|then|also|plus|ok|okay|well|now|right|great|thanks|thank you|i see|oh|ah|"
    r"hm+|yes|sure)\b[,.!… ]*)+"
)
# A change of topic that says so.
ASIDE = (
    r"^(?:(?:ok|okay|well|now)\b[,. ]*)?(?:(?:a |on a )?different (?:thing|topic|question|subject)|"
    r"(?:something|another thing) else|(?:new|another) (?:topic|question|subject)|"
    r"changing (?:the )?(?:topic|subject)|by the way|btw|unrelated(?: question)?)\b[,.:;!– —-]*"
)
CORRECTION = (
    r"^(?:(?:no+|nope|sorry|oops|wait|actually|not that|i mean|that's not (?:it|what i (?:meant|"
    r"asked))|my mistake)\b[,.;:! –—-]*)+"
    r"(?:(?:what )?i(?:'m| am| was)? ?(?:meant|mean|asked|asking|ask|want|wanted)\b(?: was| is)?"
    r"(?: about| for(?= the))?[,: ]*)?"
)
ABOUT = r"^(?:what|how) about\b ?"
# A word or phrase that stands for something said before.
POINTING = (
    r"\b(?:he|she|him|hers?|they|them|their|theirs|his|its|it|these|ones|"
    r"the (?:former|latter|others))\b"
    r"|\bthose\b(?! who\b| of\b| that\b)"
    r"|\b(?:which|this|that|other|another|each|the [a-z]+) one\b(?! of)"
    r"|\bthis (?!year\b|month\b|week\b|century\b)\w"
    rf"|(?:^|\b(?:{_BEFORE_THAT}) )that(?= \w)"
    r"|\b(?:this|that|there|then|instead|so|such|too|either|otherwise|afterwards|else)[ ?.!]*$"
    r"|(?<!is )(?<!are )(?<!was )(?<!were )(?<!be )(?<!been )\bthere\b"
)
# Where "it" and "there" stand for nothing.
EMPTY = (
    r"\b(?:how long (?:does|did|will|would) it take|(?:is|was|does|will|has|how is|how was) it "
    r"(?:true|possible|necessary|legal|safe|allowed|important|rain\w*|snow\w*|known|said)|"
    r"it (?:takes|took)|(?:what|which) one (?=of the\b)|one of the\b|"
    r"(?:is|are|was|were|be|been) there|there (?:is|are|was|were))\b"
)
# After a name in the same question these may mean it.
OWN = r"^(?:his|her|its|their|he|she|him|it|they|them)$"

QUESTION_WORDS = (
    "what who whom whose when where which why how many much long far often old big large high "
    "deep wide tall heavy fast soon"
)
AUXILIARIES = (
    "is are was were be been being do does did will would can could shall should may might "
    "must has have had 's isn't aren't wasn't weren't doesn't don't didn't won't can't"
)
FUNCTION_WORDS = (
    "a an the of in on at to for from by with and or but so as than that this these those "
    "there here then it its he his him she her hers they their theirs them we us our you your "
    "i my me not no any some all each every both also too very just only ever still yet again "
    "about into over under between during after before since until till if when while up out "
    "off down more most other others another such same one ones please tell say exactly "
    "instead else per via"
)
# Verbs that say little of what a question is about.
EMPTY_VERBS = (
    "take takes took taken happen happens happened hold holds held begin begins began begun "
    "start starts started end ends ended open opens opened close closes closed last lasts "
    "lasted run runs ran go goes went gone come comes came get gets got give gives gave given "
    "make makes made use uses used find found call called become becomes became stand stands "
    "need needs needed know known mean means meant"
)
# Nouns and adjectives of which the same is true; they stay in a topic.
GENERIC = (
    "place name named work works worked cost costs want wanted kind kinds type types sort "
    "thing things people person year years month months day days date time times number amount "
    "part country countries main first second third new old good big"
)
# What a bare question word may have about it.
BARE = (
    r"^(?:(?:by|for|with|in|at|from|to|of|on|since|until|till|under|about|against) )?"
    r"(?:why|when|where|who|whom|whose|what|which|how)"
    r"(?: (?:many|much|long|far|often|old|big|large|high|deep|wide|tall|heavy|fast|soon|come|"
    r"year|day|date|month|time|country|city|place|one|ones|reason|purpose|way))?"
    r"(?: (?!(?:is|are|was|were|do|does|did|will|would|can|could|has|have|had)\b)[a-z]+)?"
    r"(?: (?:not|for|so|then|exactly|else|to|from|with|of))?[ ?!.]*$"
)
PREPOSITIONS = "in on at for to from by with of under during after before against between"
# Verbs that stand at the end, after who or what did something.
PARTICIPLES = "born held built made won lost taken found sold shown sunk written given killed"
ORDINAL = (
    r"\b(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|"
    r"final|next|previous)\b"
)
YEAR = r"\b(?:1\d{3}|2[0-5]\d{2})\b"
# Words of which one takes the place of the other.
CLASSES = (
    "northern southern eastern western north south east west",
    "old new",
    "first second third fourth fifth sixth seventh eighth ninth tenth last final",
    "largest smallest biggest highest lowest longest shortest oldest newest",
    "monday tuesday wednesday thursday friday saturday sunday",
    "january february march april may june july august september october november december",
)
