"""`inspector completion`: what bash and zsh ask to complete a line, made of the arguments."""

import argparse
from collections.abc import Iterable, Iterator

from inspector.arguments import arguments

_BASH = """\
_inspector() {{
    local cur=${{COMP_WORDS[COMP_CWORD]}} prev=${{COMP_WORDS[COMP_CWORD-1]}} command= at=0 i
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${{COMP_WORDS[i]}} in
            --data|--lang) i=$((i + 1)) ;;
            {commands}) command=${{COMP_WORDS[i]}}; at=$i; break ;;
        esac
    done
    COMPREPLY=()
    local words= first= taking=
    case $command in
{cases}
    esac
    case $prev in
        --lang) COMPREPLY=($(compgen -W "{languages}" -- "$cur")); return ;;
    esac
    case " $taking " in *" $prev "*) return ;; esac
    case $cur in
        -*) COMPREPLY=($(compgen -W "$words" -- "$cur")) ;;
        *) if ((COMP_CWORD == at + 1)) || [ -z "$command" ]; then
               COMPREPLY=($(compgen -W "$first" -- "$cur"))
           fi ;;
    esac
}}
complete -o default -F _inspector inspector
"""
_ZSH = """\
#compdef inspector
autoload -U +X compinit && compinit
autoload -U +X bashcompinit && bashcompinit
"""


def completion(options: argparse.Namespace) -> None:
    """Print the script for a shell; where nothing of ours fits, files are completed."""
    print((_ZSH if options.shell == "zsh" else "") + _script(arguments()), end="")


def _script(parser: argparse.ArgumentParser) -> str:
    commands = next(a.choices for a in parser._actions if isinstance(a.choices, dict))
    languages = next(a.choices for a in parser._actions if "--lang" in a.option_strings)
    cases = [_case("''", parser, commands)]
    cases += [_case(name, each, _choices(each)) for name, each in commands.items()]
    return _BASH.format(
        commands="|".join(commands), cases="\n".join(cases), languages=" ".join(languages or ())
    )


def _case(name: str, parser: argparse.ArgumentParser, first: Iterable[str]) -> str:
    words = " ".join(_options(parser, taking=None))
    taking = " ".join(_options(parser, taking=True))
    return f'        {name}) words="{words}"; first="{" ".join(first)}"; taking="{taking}" ;;'


def _options(parser: argparse.ArgumentParser, *, taking: bool | None) -> Iterator[str]:
    """Yield the options of a command; with `taking`, those that a value follows."""
    for action in parser._actions:
        if taking is None or (action.nargs != 0) is taking:
            yield from action.option_strings


def _choices(parser: argparse.ArgumentParser) -> list[str]:
    """Return what the first word of a command can be."""
    own = (a.choices for a in parser._actions if a.choices and not a.option_strings)
    return [str(each) for each in next(own, ())]
