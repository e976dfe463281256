"""The pyoxigraph store: built from N-Quads beside the old one, opened for reading only."""

from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, Store

from kg.errors import InputError
from kg.files import cannot_write, remove_folder
from kg.store.folder import Folder
from kg.store.swap import recover, waiting


def in_memory(quads: Iterable[Quad]) -> Store:
    """A store of these quads in memory."""
    made = Store()
    made.bulk_extend(quads)
    return made


def build_store(graph: Path, store: Path) -> None:
    """Build a store from an N-Quads file, compacted: what is loaded in several goes is then asked a quarter faster.

    The store is built in a folder beside and takes the place of `store` when it is whole.

    Raises:
        InputError: the file is not N-Quads (with line and column), or the disk refused a write.
    """
    beside = store.with_name(f".{store.name}.new")
    remove_folder(beside)
    try:
        made = Store(beside)
        made.bulk_load(path=graph, format=RdfFormat.N_QUADS)
        made.optimize()
        made.flush()
        del made
        remove_folder(store)
        beside.rename(store)
    except SyntaxError as error:
        raise InputError(
            f"{graph}: line {error.lineno}, column {error.offset}: {error.msg}.",
            hint="Build the graph again with `kg build`.",
        ) from error
    except OSError as error:
        raise cannot_write(store, error) from error
    finally:
        remove_folder(beside)


def open_read(path: Path) -> Store:
    """Open the graph of an output folder for reading; a missing store is made anew from `graph.nq`.

    Raises:
        InputError: there is no built graph, or its store cannot be opened.
    """
    folder = prepare(path)
    try:
        return Store.read_only(str(folder.store))
    except (OSError, RuntimeError) as error:  # RuntimeError: files of the store are damaged
        raise InputError(
            f"cannot open {folder.store}: {error}.",
            hint=f"Delete the folder {folder.store}: it is made anew from {folder.graph} when it is next needed.",
        ) from error


def prepare(path: Path) -> Folder:
    """Put an output folder in order, so that its store can be opened: what a killed build left is put right.

    Raises:
        InputError: there is no built graph.
    """
    recover(path)
    folder = Folder(path)
    if not folder.store.is_dir():
        if not folder.graph.is_file():
            raise InputError(
                f"there is no built graph in {path}.",
                hint="Run `kg build` first, or name the folder it wrote to with --graph.",
            )
        with waiting(path):
            if not folder.store.is_dir():
                build_store(folder.graph, folder.store)
    return folder
