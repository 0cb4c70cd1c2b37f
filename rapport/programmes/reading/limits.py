"""How much the import takes, in one table. The limit for a cell is Excel's, the others ours."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Bytes for files and memory, characters for cells, seconds for time."""

    file_bytes: int = 10 * 1024 * 1024
    inflated_bytes: int = 200 * 1024 * 1024
    archive_members: int = 2_000
    rows: int = 20_000
    columns: int = 200
    cell_characters: int = 32_767
    sheet_characters: int = 40_000_000
    merged_ranges: int = 2_000
    reader_bytes: int = 1024 * 1024 * 1024
    reader_seconds: int = 30


LIMITS = Limits()
