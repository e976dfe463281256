"""What the Reconciliation Service API 0.2 says of each answer, as JSON Schemas."""

from typing import Any

import jsonschema

Schema = dict[str, Any]
TEXT: Schema = {"type": "string"}


def record(required: dict[str, Schema], optional: dict[str, Schema] | None = None, *, closed: bool = True) -> Schema:
    return {
        "type": "object",
        "properties": {**required, **(optional or {})},
        "required": list(required),
        "additionalProperties": not closed,
    }


def array(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def keyed(values: Schema) -> Schema:
    return {"type": "object", "additionalProperties": values}


def pattern(regex: str) -> Schema:
    return {"type": "string", "pattern": regex}


TYPE = record({"id": TEXT, "name": TEXT})
SERVICE = record(
    {"service_url": pattern("^https?://"), "service_path": pattern("^/")},
    {"flyout_service_url": pattern("^https?://"), "flyout_service_path": pattern(r"^/.*\$\{id\}")},
)
SETTING = record(
    {"name": TEXT, "label": TEXT, "type": {"enum": ["number", "text", "checkbox", "select"]}},
    {"default": {}, "help_text": TEXT, "choices": array(record({"value": TEXT, "name": TEXT}))},
)
MANIFEST = record(
    {
        "versions": {"type": "array", "items": TEXT, "contains": {"const": "0.2"}},
        "name": TEXT,
        "identifierSpace": pattern("^https?://"),
        "schemaSpace": pattern("^https?://"),
    },
    {
        "documentation": pattern("^https?://"),
        "serviceVersion": TEXT,
        "defaultTypes": {**array(TYPE), "uniqueItems": True},
        "view": record({"url": pattern(r"\{\{id\}\}")}),
        "preview": record({"url": pattern(r"\{\{id\}\}"), "width": {"type": "integer"}, "height": {"type": "integer"}}),
        "suggest": record({}, {"entity": SERVICE, "type": SERVICE, "property": SERVICE}),
        "extend": record({}, {"propose_properties": SERVICE, "property_settings": array(SETTING)}),
        "batchSize": {"type": "integer", "minimum": 1},
        "standardizedScore": {"type": "boolean"},
    },
)
CANDIDATE = record(
    {
        "id": TEXT,
        "name": TEXT,
        "score": {"type": "number", "minimum": 0, "maximum": 100},
        "match": {"type": "boolean"},
        "type": array(TYPE),
    },
    {"description": TEXT, "features": array(record({"id": TEXT, "value": {"type": ["number", "boolean"]}}))},
)
RESULT = record({"result": array(CANDIDATE)})
RESULTS = keyed(RESULT)
ENTITIES = record({"result": array(record({"id": TEXT, "name": TEXT}, {"description": TEXT, "notable": array(TYPE)}))})
TYPES = record({"result": array(TYPE)})
PROPERTY = record({"id": TEXT, "name": TEXT}, {"type": TYPE})
PROPERTIES = record({"result": array(PROPERTY)})
FLYOUT = record({"id": TEXT, "html": TEXT})
PROPOSED = record({"properties": array(PROPERTY)}, {"type": TEXT, "limit": {"type": "integer"}})
CELL: Schema = {
    "oneOf": [
        record({"id": TEXT, "name": TEXT}, {"description": TEXT}),
        record({"str": TEXT}),
        record({"int": {"type": "integer"}}),
        record({"float": {"type": "number"}}),
        record({"date": TEXT}),
        record({}),
    ]
}
EXTENDED = record({"meta": array(PROPERTY), "rows": keyed(keyed(array(CELL)))})
FAULT = record({"status": {"const": "error"}, "message": TEXT}, {"hint": TEXT})


def fits(value: Any, schema: Schema) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(value, schema)
