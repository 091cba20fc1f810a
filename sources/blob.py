"""Blob: the bytes of one file or page, before they are read as an article."""

from dataclasses import dataclass
from pathlib import Path

from sources.errors import SourceError
from sources.settings import Settings


@dataclass(frozen=True, slots=True)
class Blob:
    """Bytes and what is known about them.

    Attributes:
        data: The bytes as stored or sent.
        origin: Absolute path or address.
        name: Last part of it, for messages and as a last resort for a title.
        media_type: What the server said it is, in lower case, without parameters.
        charset: The encoding that the server named.
    """

    data: bytes
    origin: str
    name: str
    media_type: str | None = None
    charset: str | None = None

    @property
    def suffix(self) -> str:
        """Return the suffix of the name in lower case, with its dot."""
        return Path(self.name).suffix.lower()


def read_file(path: str, settings: Settings) -> Blob:
    """Read a file.

    Raises:
        SourceError: There is no such file, it is a folder, too large, empty or forbidden.
    """
    file = Path(path).expanduser()
    if file.is_dir():
        raise SourceError(f"{path} is a folder; name the files in it one by one.")
    try:
        size = file.stat().st_size
        if size > settings.max_source_mb * 1e6:
            raise too_large(file.name, settings)
        data = file.read_bytes()
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise SourceError(
            f"There is no file {path}; check the path, and write a web address with https://."
        ) from error
    except PermissionError as error:
        raise SourceError(
            f"{path} may not be read; ask for read permission or copy the file."
        ) from error
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise SourceError(
            f"{path} cannot be read ({reason}); check the disk or copy the file."
        ) from error
    if not data.strip():
        raise SourceError(f"{file.name} is empty; give a file with text in it.")
    return Blob(data, str(file.resolve()), file.name)


def too_large(name: str, settings: Settings) -> SourceError:
    """Make the error for a source over the size limit."""
    return SourceError(
        f"{name} is larger than {settings.max_source_mb:g} MB; split it, or raise "
        "THAMTOP_MAX_SOURCE_MB."
    )
