"""The format of the catalogue's files as one JSON Schema, made from the models themselves."""

import json

from pydantic import TypeAdapter

from lianban.core.chains.model import Chain
from lianban.core.items.model import ServiceItem
from lianban.core.vocabulary.model import Authority, DataElement, Fact, MaterialKind, Situation

_MODELS = {
    "item": ServiceItem,
    "chain": Chain,
    "element": DataElement,
    "kind": MaterialKind,
    "situation": Situation,
    "authority": Authority,
    "fact": Fact,
}


def schema_text() -> str:
    """Return the JSON Schema (draft 2020-12) of every kind of definition, under `$defs`."""
    _, schema = TypeAdapter.json_schemas(
        [(name, "validation", TypeAdapter(model)) for name, model in _MODELS.items()],
        title="Lianban catalogue",
        ref_template="#/$defs/{model}",
    )
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
