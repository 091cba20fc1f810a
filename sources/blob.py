"""Blob: the bytes of one file or page, before they are read as an article."""

from dataclasses import dataclass
from pathlib import Path

from sources import problems
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
        raise SourceError(problems.FOLDER, path=path)
    try:
        size = file.stat().st_size
        if size > settings.max_source_mb * 1e6:
            raise too_large(file.name, settings)
        data = file.read_bytes()
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise SourceError(problems.NO_FILE, path=path) from error
    except PermissionError as error:
        raise SourceError(problems.FORBIDDEN_FILE, path=path) from error
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise SourceError(problems.UNREADABLE_FILE, path=path, reason=reason) from error
    return blob_of(data, str(file.resolve()), file.name, settings)


def blob_of(data: bytes, origin: str, name: str, settings: Settings) -> Blob:
    """Take bytes that are at hand already, such as an upload's.

    Raises:
        SourceError: There are too many, or none but blanks.
    """
    if len(data) > settings.max_source_mb * 1e6:
        raise too_large(name, settings)
    if not data.strip():
        raise SourceError(problems.EMPTY_FILE, name=name)
    return Blob(data, origin, name)


def too_large(name: str, settings: Settings) -> SourceError:
    """Make the error for a source over the size limit."""
    return SourceError(problems.TOO_LARGE, name=name, limit=settings.max_source_mb)
