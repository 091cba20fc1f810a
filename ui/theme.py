"""Theme: colours in light and dark, and fonts that have Thai.

Contrast of text on its background is at least 7:1, of the accent at least 4.5:1 (WCAG AA).
"""

FONT = (
    "'IBM Plex Sans Thai Looped', 'Noto Sans Thai Looped', 'Noto Sans Thai', 'Sarabun', 'Loma', "
    "'Leelawadee UI', 'Thonburi', system-ui, sans-serif"
)

OPTIONS = {
    "theme.font": FONT,
    "theme.headingFont": FONT,
    "theme.baseFontSize": "17",
    "theme.baseRadius": "medium",
    "theme.light.primaryColor": "#0f5c63",
    "theme.light.backgroundColor": "#fbfaf7",
    "theme.light.secondaryBackgroundColor": "#f0ede5",
    "theme.light.textColor": "#1d2a2c",
    "theme.light.borderColor": "#d8d3c6",
    "theme.dark.primaryColor": "#5fc4bd",
    "theme.dark.backgroundColor": "#14191b",
    "theme.dark.secondaryBackgroundColor": "#1f272a",
    "theme.dark.textColor": "#e9ece8",
    "theme.dark.borderColor": "#38444a",
}

STYLE = """<style>
.stMarkdown, .stChatMessage, .tt-quote, .tt-short { line-height: 1.75; }
.tt-short { font-size: 1.3rem; font-weight: 600; margin: 0 0 .35rem; overflow-wrap: anywhere; }
.tt-quote { margin: .3rem 0; padding: .15rem 0 .15rem .9rem; overflow-wrap: anywhere;
  border-left: 3px solid color-mix(in srgb, currentColor 35%, transparent); }
.tt-line { margin: .3rem 0; overflow-wrap: anywhere; white-space: pre-wrap; }
.tt-abstained { opacity: .9; font-style: normal; padding: .6rem .9rem; border-radius: .5rem;
  border: 1px dashed color-mix(in srgb, currentColor 45%, transparent); overflow-wrap: anywhere; }
.tt-asked { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; max-height: 14rem;
  overflow-y: auto; }
.block-container { padding-top: 3.2rem; }
@media (max-width: 640px) { .block-container { padding: 3.2rem .9rem 6rem; } }
</style>"""
