"""The words of a report in French, German and English."""

from typing import Final

_PHRASES: Final = {
    "fr": {
        "error": "Erreurs : elles empêchent la publication",
        "warning": "Avertissements : à regarder",
        "note": "Remarques : bon à savoir",
        "none": "Rien à signaler : le graphe est conforme aux formes et aux requêtes de contrôle.",
        "count": "Erreurs : {error} · avertissements : {warning} · remarques : {note}",
        "do": "À faire :",
        "where": "Où :",
        "line": "ligne {line}",
        "characters": "caractères {start} à {end}",
        "quoted": "« {quote} »",
        "edit": "Corriger la notice records/{document}.json.",
        "search": "Chercher ce nœud dans authority : aucun document n'en parle.",
        "text-missing": "le texte {path} manque : ses citations ne peuvent pas être vérifiées.",
        "text-unreadable": "le texte {path} ne peut pas être lu.",
        "text-changed": "le texte {path} a été modifié : ce n'est plus celui dont le nom donne la somme de contrôle.",
        "quote-differs": "aux caractères {start} à {end} le texte dit « {there} », la citation dit « {exact} ».",
        "rebuild": "Reconstruire le graphe avec `kg build` ; ne pas modifier les fichiers du dossier de sortie.",
    },
    "de": {
        "error": "Fehler: Sie verhindern die Veröffentlichung",
        "warning": "Warnungen: bitte ansehen",
        "note": "Bemerkungen: gut zu wissen",
        "none": "Nichts zu beanstanden: Der Graph entspricht den Formen und den Prüfabfragen.",
        "count": "Fehler: {error} · Warnungen: {warning} · Bemerkungen: {note}",
        "do": "Zu tun:",
        "where": "Wo:",
        "line": "Zeile {line}",
        "characters": "Zeichen {start} bis {end}",
        "quoted": "„{quote}“",
        "edit": "Den Datensatz records/{document}.json berichtigen.",
        "search": "Diesen Knoten in authority suchen: Kein Dokument spricht von ihm.",
        "text-missing": "Der Text {path} fehlt: Seine Zitate lassen sich nicht prüfen.",
        "text-unreadable": "Der Text {path} lässt sich nicht lesen.",
        "text-changed": "Der Text {path} wurde geändert: Er ist nicht mehr der, dessen Prüfsumme sein Name nennt.",
        "quote-differs": "An den Zeichen {start} bis {end} steht im Text „{there}“, im Zitat „{exact}“.",
        "rebuild": "Den Graphen mit `kg build` neu bauen; die Dateien im Ausgabeordner nicht ändern.",
    },
    "en": {
        "error": "Errors: they stop publication",
        "warning": "Warnings: please look",
        "note": "Notes: good to know",
        "none": "Nothing to report: the graph conforms to the shapes and the check queries.",
        "count": "Errors: {error} · warnings: {warning} · notes: {note}",
        "do": "To do:",
        "where": "Where:",
        "line": "line {line}",
        "characters": "characters {start} to {end}",
        "quoted": "“{quote}”",
        "edit": "Correct the record records/{document}.json.",
        "search": "Look for this node in authority: no document speaks of it.",
        "text-missing": "the text {path} is missing: its quotes cannot be checked.",
        "text-unreadable": "the text {path} cannot be read.",
        "text-changed": "the text {path} has been changed: it is no longer the one whose checksum its name gives.",
        "quote-differs": "at characters {start} to {end} the text says “{there}”, the quote says “{exact}”.",
        "rebuild": "Build the graph again with `kg build`; do not edit files of the output folder.",
    },
}

LANGUAGES: Final = tuple(_PHRASES)


def phrase(language: str, what: str, **values: object) -> str:
    """A phrase in a language, with its values."""
    return _PHRASES[language][what].format_map(values)
