"""`kg serve`."""

from pathlib import Path
from typing import Final

import click

from kg.cli.options import LANGUAGES, PATH

PORT: Final = 8_000


@click.command(name="serve")
@click.argument("graph", type=PATH, default=Path("build"))
@click.option("--port", type=click.IntRange(0, 65_535), default=PORT, show_default=True, help="0 takes a free one.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--cors",
    "origins",
    metavar="ORIGIN",
    multiple=True,
    help="Let web pages of this origin read the answers, such as http://127.0.0.1:3333 for OpenRefine; repeatable.",
)
@click.option("--language", type=click.Choice(LANGUAGES), default="en", show_default=True, help="Of names and words.")
def command(graph: Path, port: int, host: str, origins: tuple[str, ...], language: str) -> None:
    """Answer OpenRefine: match the names of a table with the graph.

    GRAPH is the output folder of `kg build`. The service only reads, answers this machine alone unless --host says
    otherwise, and ends with Ctrl-C.
    """
    from kg import query, serve  # noqa: PLC0415
    from kg.store import Folder  # noqa: PLC0415

    options = serve.Options(language=language, origins=tuple(map(_origin, origins)))
    service = serve.Service(query.trusted(graph), Folder(graph).texts, options)
    with serve.bound(service, host, port) as server:
        click.echo(f"{len(service.things)} things. Add this address in OpenRefine: {server.url}{serve.ROOT}", err=True)
        if not origins:
            click.echo("OpenRefine in your browser needs --cors http://127.0.0.1:3333 as well.", err=True)
        click.echo("Ctrl-C ends.", err=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            click.echo("Ended.", err=True)


def _origin(given: str) -> str:
    """An origin as browsers write it.

    Raises:
        click.BadParameter: it is none.
    """
    from urllib.parse import urlsplit  # noqa: PLC0415

    parts = urlsplit(given)
    bare = f"{parts.scheme}://{parts.netloc}".lower()
    plain = parts.scheme in ("http", "https") and parts.netloc and not set(parts.netloc) & set(" ;,'\"@\\")
    if given == "*" or (plain and given.lower().rstrip("/") == bare):
        return given if given == "*" else bare
    raise click.BadParameter(f"{given!r} is no origin; write for instance http://127.0.0.1:3333.")
