extension GuaranteeModel {
    /// What the templates' words mean to a reader.
    public static let names: [String: Label] = [
        "challenger": Label(en: "challenger", de: "Herausforderer"),
        "guarantor": Label(en: "guarantor", de: "Garant"),
        "proposer": Label(en: "proposer", de: "Anbieter"),
        "legislature": Label(en: "legislature", de: "Parlament"),
        "declining": Label(en: "declining side", de: "absteigende Seite"),
        "rising": Label(en: "rising side", de: "aufsteigende Seite"),
        "inspector": Label(en: "inspector", de: "Prüfer"),
        "inspectee": Label(en: "inspectee", de: "Geprüfter"),
        "aggressor": Label(en: "aggressor", de: "Angreifer"),
        "protege": Label(en: "protégé", de: "Schützling"),
        "taker": Label(en: "taker", de: "Nehmer"), "defender": Label(en: "defender", de: "Verteidiger"),
        "test": Label(en: "the test of the promise", de: "die Probe der Zusage"),
        "attack": Label(en: "attacks", de: "greift an"), "refrain": Label(en: "refrains", de: "lässt es"),
        "honour": Label(en: "honours the promise", de: "hält die Zusage"),
        "abandon": Label(en: "abandons the protégé", de: "lässt den Schützling im Stich"),
        "resolute": Label(en: "resolute", de: "entschlossen"),
        "irresolute": Label(en: "irresolute", de: "nicht entschlossen"),
        "accept": Label(en: "accepts", de: "nimmt an"),
        "war": Label(en: "goes to war", de: "geht in den Krieg"),
        "fight-on": Label(en: "fights on", de: "kämpft weiter"), "break": Label(en: "breaks", de: "bricht"),
        "keep": Label(en: "keeps", de: "hält"), "inspect": Label(en: "inspects", de: "prüft"),
        "trust": Label(en: "trusts", de: "vertraut"), "comply": Label(en: "complies", de: "hält sich daran"),
        "violate": Label(en: "violates", de: "verstößt"), "ratify": Label(en: "ratifies", de: "ratifiziert"),
        "reject": Label(en: "rejects", de: "lehnt ab"),
        "take": Label(en: "takes a slice", de: "nimmt eine Scheibe"),
        "stop": Label(en: "stops", de: "hört auf"), "fight": Label(en: "fights", de: "kämpft"),
        "concede": Label(en: "concedes", de: "gibt nach"), "yield": Label(en: "yields", de: "gibt nach"),
        "answer": Label(en: "answers", de: "antwortet"),
        "commit": Label(en: "commits in public", de: "legt sich öffentlich fest"),
        "silent": Label(en: "stays silent", de: "schweigt"),
        "deploy": Label(en: "deploys", de: "stationiert"),
        "nothing": Label(en: "does nothing", de: "tut nichts"),
        "consent-opportunist": Label(en: "consent, as an opportunist", de: "Zustimmung, als Opportunist"),
        "consent-security-seeker": Label(
            en: "consent, seeking security", de: "Zustimmung, auf Sicherheit aus"),
        "test-opportunist": Label(
            en: "the later test, as an opportunist", de: "die spätere Probe, als Opportunist"),
        "test-security-seeker": Label(
            en: "the later test, seeking security", de: "die spätere Probe, auf Sicherheit aus"),
    ]
}
