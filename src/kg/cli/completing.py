"""What a shell may complete: names of queries and of their parameters."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import click
    from click.shell_completion import CompletionItem


def query_names(_context: "click.Context", _parameter: "click.Parameter", begun: str) -> "list[CompletionItem]":
    """The named queries that begin like this, each with its question; query files, too."""
    from click.shell_completion import CompletionItem  # noqa: PLC0415 - only a shell asks

    from kg import query  # noqa: PLC0415

    found = [
        CompletionItem(name, help=named.summary["en"])
        for name, named in query.named_queries().items()
        if name.startswith(begun)
    ]
    return found or [CompletionItem(begun, type="file")]


def parameters_of(context: "click.Context", _parameter: "click.Parameter", begun: str) -> "list[CompletionItem]":
    """The parameters of the query that stands on the line; after `language=` the three languages."""
    from click.shell_completion import CompletionItem  # noqa: PLC0415

    from kg import query  # noqa: PLC0415
    from kg.errors import InputError  # noqa: PLC0415

    begin = next(iter(context.args), "")  # where click has left it after a `-p` that still wants its value
    try:
        named = query.question(str(context.params.get("question") or begin))
    except InputError:
        return []
    found = {f"{one.name}=": one.summary for one in named.parameters}
    found |= {f"{one.name}={tag}": "" for one in named.parameters if one.type == "language" for tag in query.LANGUAGES}
    return [
        CompletionItem(word, help=summary or None)
        for word, summary in found.items()
        if word.startswith(begun) and (word.endswith("=") or "=" in begun)
    ]
