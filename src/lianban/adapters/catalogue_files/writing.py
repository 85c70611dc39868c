"""Definitions as YAML text: the same values always give the same bytes."""

from decimal import Decimal

import yaml


class _Writer(yaml.SafeDumper):
    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002 the name PyYAML calls it by
        super().increase_indent(flow, False)


def _mapping(writer: yaml.SafeDumper, values: dict[str, object]) -> yaml.Node:
    node = writer.represent_mapping("tag:yaml.org,2002:map", values.items())
    node.flow_style = _is_short(values)
    return node


def _sequence(writer: yaml.SafeDumper, values: list[object] | tuple[object, ...]) -> yaml.Node:
    flow = all(isinstance(each, str | int) for each in values) and sum(len(str(each)) + 2 for each in values) < 90
    return writer.represent_sequence("tag:yaml.org,2002:seq", values, flow_style=flow)


def _is_short(values: dict[str, object]) -> bool:
    plain = all(isinstance(each, str | int | Decimal) and "\n" not in str(each) for each in values.values())
    return plain and len(values) > 1 and sum(len(f"{key}{each}") + 4 for key, each in values.items()) < 90


_Writer.add_representer(dict, _mapping)
_Writer.add_representer(list, _sequence)
_Writer.add_representer(tuple, _sequence)
_Writer.add_representer(Decimal, lambda writer, value: writer.represent_scalar("tag:yaml.org,2002:float", str(value)))


def dump(values: object) -> str:
    """Return a definition as YAML, keys in the order given, short groups on one line."""
    return str(yaml.dump(values, Dumper=_Writer, allow_unicode=True, sort_keys=False, width=118))
