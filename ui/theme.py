"""Theme: colours in light and dark, and fonts that have Thai.

Text on its background has a contrast of at least 7:1, the accent at least 4.5:1 (WCAG AA asks
for 4.5:1).
"""

from ui.strings import say

FONT = (
    "'IBM Plex Sans Thai Looped', 'Noto Sans Thai Looped', 'Noto Sans Thai', 'Sarabun', "
    "'Leelawadee UI', 'Thonburi', 'Loma', system-ui, sans-serif"
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

_DROPZONE = '[data-testid="stFileUploaderDropzone"]'


def uploader_style(language: str) -> str:
    """Return a style that puts our words on the file uploader: Streamlit has only English ones."""
    texts = {
        f"{_DROPZONE} button p": say(language, "choose_files"),
        '[data-testid="stFileUploaderDropzoneInstructions"] span': say(language, "drop_files"),
    }
    rules = "".join(
        f'{where} {{ font-size: 0 }} {where}::after {{ content: "{text}"; font-size: .9rem }}'
        for where, text in texts.items()
    )
    return f"<style>{rules}</style>"
