"""`kg completion`."""

import click

SHELLS = ("bash", "zsh", "fish")
VARIABLE = "_KG_COMPLETE"
_ADDED = "            COMPREPLY+=($value)\n"
_WITHOUT_BLANK = '            [[ $value == *= ]] && compopt -o nospace\n            COMPREPLY+=("$value")\n'


@click.command(name="completion")
@click.argument("shell", type=click.Choice(SHELLS))
def command(shell: str) -> None:
    """Print the script by which a shell completes `kg`.

    For bash: `eval "$(kg completion bash)"` in ~/.bashrc; for zsh the same in ~/.zshrc; for fish: `kg completion fish >
    ~/.config/fish/completions/kg.fish`.
    """
    from click import shell_completion as completing  # noqa: PLC0415 - loads more than a query needs

    from kg.cli.program import kg  # noqa: PLC0415 - which knows this command

    kinds = {"bash": completing.BashComplete, "zsh": completing.ZshComplete, "fish": completing.FishComplete}
    made = kinds[shell](kg, {}, "kg", VARIABLE)
    click.echo((made.source_template % made.source_vars()).replace(_ADDED, _WITHOUT_BLANK))
