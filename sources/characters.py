"""Characters that the searchable form of a text replaces one by one, or leaves out."""

# Vowels and marks that were drawn shifted by fonts older than OpenType, in Microsoft's private
# range and in Apple's; the same tables stand in HarfBuzz (hb-ot-shaper-thai.cc).
_TONE_SET = "\u0e48\u0e49\u0e4a\u0e4b\u0e4c"
_VOWEL_SET = "\u0e34\u0e35\u0e36\u0e37"
_MICROSOFT = (
    0xF700,
    f"\u0e10{_VOWEL_SET}{_TONE_SET}{_TONE_SET}\u0e0d\u0e31\u0e4d\u0e47{_TONE_SET}\u0e38\u0e39\u0e3a",
)
_APPLE = (
    0xF884,
    f"\u0e31{_VOWEL_SET}\u0e47{''.join(tone * 3 for tone in _TONE_SET)}"
    "\u0e4d\u0e0d\u0e38\u0e39\u0e3a\u0e10",
)
REMOVED = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000"


def _character_table() -> dict[int, str | None]:
    table: dict[int, str | None] = dict.fromkeys(map(ord, REMOVED))
    table |= dict.fromkeys(map(ord, _SPACES), " ")
    table |= dict.fromkeys(map(ord, "‘’‚‛′‹›"), "'")
    table |= dict.fromkeys(map(ord, "“”„‟″«»"), '"')
    table |= dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
    table |= {ord("๐") + digit: str(digit) for digit in range(10)}
    for first, letters in (_MICROSOFT, _APPLE):
        table |= {first + place: letter for place, letter in enumerate(letters)}
    return table


CHARACTERS = _character_table()
