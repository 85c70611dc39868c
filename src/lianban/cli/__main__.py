"""Reads the command line and hands over to one command."""

import argparse
import os
import sys
from types import ModuleType

from lianban.cli import (
    audit,
    calendars,
    check,
    compose,
    county,
    dev,
    discover,
    divisions,
    guide,
    importing,
    match,
    procedures,
    search,
    test,
    translations,
    up,
    verify,
    verify_clock,
)
from lianban.core.kernel.errors import DomainError

COMMANDS: dict[str, tuple[ModuleType, str]] = {
    "up": (up, "set up what is missing and start the platform"),
    "test": (test, "set up what the tests need and run them all"),
    "dev": (dev, "checks and benchmarks for people who build Lianban"),
    "import": (importing, "turn survey files into a catalogue"),
    "match": (match, "propose which data element or material kind each name is"),
    "check": (check, "say what is wrong in a catalogue, with file and line"),
    "search": (search, "find chains and items by what a person types"),
    "guide": (guide, "ask the questions of a chain, or prove their order"),
    "compose": (compose, "compile a chain into one form, one set and one process"),
    "discover": (discover, "propose chains worth making, from the items alone"),
    "divisions": (divisions, "write the administrative divisions of an installation"),
    "verify": (verify, "check a plan against its certificate"),
    "verify-clock": (verify_clock, "recompute a due date from its certificate"),
    "county": (county, "set up authorities, halls and staff, or show them"),
    "calendars": (calendars, "load holiday notices and closures"),
    "audit": (audit, "check the record of cases, or hand out its evidence"),
    "procedures": (procedures, "print the procedures as tables"),
    "translations": (translations, "compile and check the interface's English"),
}
REFUSED = 2
INTERRUPTED = 130
NOBODY_READS = 141
"""What a shell reports for a command whose reader went away (`| head`)."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit status; a rule that was not followed is one sentence, never a trace."""
    parser = argparse.ArgumentParser(prog="lianban", description="A county's public services, handled as one.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, (module, summary) in COMMANDS.items():
        module.add_arguments(commands.add_parser(name, help=summary, description=module.__doc__))
    chosen = parser.parse_args(arguments)
    try:
        status = int(COMMANDS[chosen.command][0].run(chosen))
        sys.stdout.flush()
        return status
    except KeyboardInterrupt:
        return INTERRUPTED
    except DomainError as error:
        print(f"{error.code}: {error.message}", file=sys.stderr)
        return REFUSED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NOBODY_READS


if __name__ == "__main__":
    sys.exit(main())
