"""`kg queries`."""

import click

from kg.cli.options import language_option


@click.command(name="queries")
@click.argument("name", required=False)
@language_option
def command(name: str | None, language: str) -> None:
    """List the named queries.

    With NAME, everything about one query: what it answers, its parameters with an example, its columns, and what the
    data cannot say.
    """
    from kg import query  # noqa: PLC0415

    if name is None:
        for named in query.named_queries().values():
            needs = "".join(f" -p {p.name}=…" for p in named.parameters if p.default is None)
            click.echo(f"{named.name}{needs}")
            click.echo(f"    {named.summary[language]}")
    else:
        click.echo(query.card(query.find(name), language), nl=False)
