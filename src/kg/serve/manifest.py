"""What the service says of itself: the manifest of the Reconciliation Service API 0.2."""

from typing import Any, Final

from kg import __version__
from kg.assets import BASE
from kg.serve.catalogue import DEFAULT_TYPES, typed
from kg.serve.things import CLASS
from kg.vocab.namespaces import ID

ROOT: Final = "/reconcile"
NAME: Final = {
    "fr": "Acteurs transfrontaliers (kg)",
    "de": "Grenzüberschreitende Akteure (kg)",
    "en": "Cross-border actors (kg)",
}
_WIDTH: Final = 430
_HEIGHT: Final = 320


def manifest(base: str, language: str) -> dict[str, Any]:
    """The manifest, for a service that is reached at `base`."""
    here = base + ROOT
    return {
        "versions": ["0.2"],
        "name": NAME[language],
        "identifierSpace": ID,
        "schemaSpace": BASE,
        "documentation": base + "/",
        "serviceVersion": __version__,
        "defaultTypes": typed((CLASS + one for one in DEFAULT_TYPES), language),
        "view": {"url": base + "/things/{{id}}"},
        "preview": {"url": here + "/preview?id={{id}}", "width": _WIDTH, "height": _HEIGHT},
        "suggest": {one: _suggest(here, one) for one in ("entity", "type", "property")},
        "extend": {
            "propose_properties": {"service_url": here, "service_path": "/properties"},
            "property_settings": [_limit(language)],
        },
        "batchSize": 50,
        "standardizedScore": True,
    }


def _suggest(here: str, what: str) -> dict[str, str]:
    return {
        "service_url": here,
        "service_path": f"/suggest/{what}",
        "flyout_service_url": here,
        "flyout_service_path": f"/flyout/{what}?id=${{id}}",
    }


def _limit(language: str) -> dict[str, Any]:
    label = {"fr": "Nombre maximal de valeurs", "de": "Höchstzahl der Werte", "en": "Most values"}
    note = {"fr": "0 : toutes", "de": "0: alle", "en": "0: all of them"}
    return {"name": "limit", "type": "number", "default": 0, "label": label[language], "help_text": note[language]}
