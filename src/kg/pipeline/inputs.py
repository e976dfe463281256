"""What a data folder holds: pages, reviewed records, authority and decisions."""

from dataclasses import dataclass
from pathlib import Path

from kg import assets, source, store
from kg.errors import InputError


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """The files that a build reads, sorted."""

    pages: tuple[Path, ...]
    records: tuple[Path, ...]
    authority: tuple[Path, ...]
    """Folders of authority files; entries of a later one replace those of an earlier one."""
    decisions: Path | None
    credits: store.Credits


def find_inputs(data: Path) -> Inputs:
    """Look through `data`: a folder as docs/data.md lays it out, a folder of pages, or one page.

    Raises:
        InputError: there is no such file or folder, or nothing in it that kg reads; its CITATION.cff is none.
    """
    if not data.exists():
        raise InputError(
            f"no such file or folder: {data}",
            hint="Name the folder with your pages, or use --sample for the sample data.",
        )
    laid_out = (data / "documents").is_dir() or (data / "records").is_dir()
    pages = _pages(data, laid_out=laid_out)
    records = tuple(sorted((data / "records").glob("*.json"))) if laid_out else ()
    if not pages and not records:
        raise InputError(
            f"{data} holds no page and no record that kg can read.",
            hint=f"kg reads pages ({', '.join(source.SUFFIXES)}) and records in records/*.json.",
        )
    decisions = data / "decisions"
    return Inputs(
        pages=pages,
        records=records,
        authority=_authority(data),
        decisions=decisions if decisions.is_dir() else None,
        credits=store.credits_in(data),
    )


def _pages(data: Path, *, laid_out: bool) -> tuple[Path, ...]:
    if data.is_file():
        return (data,)
    folder = data / "documents" if laid_out else data
    return tuple(source.pages(folder)) if folder.is_dir() else ()


def _authority(data: Path) -> tuple[Path, ...]:
    own = data / "authority"
    return authority_folders(own if own.is_dir() else None)


def authority_folders(own: Path | None = None) -> tuple[Path, ...]:
    """The authority that comes with kg, then one's own, where that is another."""
    shipped = assets.path("data/authority")
    return (shipped,) if own is None or own.resolve() == shipped.resolve() else (shipped, own)
