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


def uploader_style(language: str, limit_mb: float) -> str:
    """Return a style that puts our words on the file uploader: Streamlit has only English ones.

    Args:
        language: Language of the page.
        limit_mb: Size of the largest file that is taken, in megabytes.
    """
    limit = f"{limit_mb:g}"
    texts = {
        f"{_DROPZONE} button p": say(language, "choose_files"),
        '[data-testid="stFileUploaderDropzoneInstructions"] span': say(
            language, "drop_files", limit=limit
        ),
    }
    rules = "".join(
        f'{where} {{ font-size: 0 }} {where}::after {{ content: "{text}"; font-size: .9rem }}'
        for where, text in texts.items()
    )
    refused = say(language, "files_left_out", limit=limit)
    rules += (
        '[data-testid="stFileUploader"]:has([aria-invalid="true"])::after '
        f'{{ content: "{refused}"; font-size: .9rem; line-height: 1.6 }} '
        '[data-testid="stFileUploaderDropzoneInstructions"] * '
        "{ white-space: normal; overflow: visible } "
        '[data-testid="stTooltipErrorContent"], [data-testid="stFileChip"] [role="alert"] '
        "{ display: none }"
    )
    return f"<style>{rules}</style>"
