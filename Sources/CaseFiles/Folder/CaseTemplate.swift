/// The smallest case that answers something, with comments that teach the format: relative path and text.
public let caseTemplate: [(path: String, text: String)] = [
    (
        "case.yaml",
        """
        # A case is a folder of plain text. This file says what the case is and from when it looks.
        format: 1
        id: my-case                       # lower case, digits, hyphens
        title: {en: My first case, de: Mein erster Fall}
        asOf: 2026-01-31                  # "today" for every question; no clock is read

        """
    ),
    (
        "sources.yaml",
        """
        # Who said it, when, in which language. The text itself is never part of a case.
        - id: s1
          kind: article                   # article speech transcript treaty-text draft interview dataset book
          title: {en: A report on the talks, de: Ein Bericht über die Gespräche}
          author: [unsigned]
          published: 2026-01-20           # also 2026-01, 2026, 2026-01~ (about), 2026-01-20/2026-01-31 (a span)
          language: en
          paragraphs: line                # every non-empty line is a paragraph; "blank" = blocks between empty lines

        """
    ),
    (
        "actors.yaml",
        """
        # Who can want, say or decide something.
        - {id: north, name: {en: Northland, de: Nordland}, kind: state, ideal: {border: closed}, basis: own}   # ideal: what distances of drafts are measured from
        - {id: south, name: {en: Southland, de: Südland}, kind: state, basis: own}

        """
    ),
    (
        "issues.yaml",
        """
        # What is negotiated, and the ways in which each issue can be settled, from one pole to the other.
        issues:
          - id: border
            name: {en: border crossing, de: Grenzübergang}
            kind: ordinal                 # ordinal (ordered), interval (a number with a range), nominal (no order)
            alternatives:
              - {id: closed, name: {en: closed, de: geschlossen}}
              - {id: on-request, name: {en: opened on request, de: auf Antrag offen}}
              - {id: open, name: {en: open, de: offen}}
            basis: own                    # the order is our own assumption, and every report will say so
          - id: troops
            name: {en: troops at the border, de: Truppen an der Grenze}
            kind: interval
            unit: persons
            range: 0..10000               # a distance is a share of this range
            alternatives:
              - {id: no-troops, name: {en: none, de: keine}, value: 0}
              - {id: capped, name: {en: up to 2000, de: bis 2000}, value: 2000}
            basis: own

        """
    ),
    (
        "proposals/first.yaml",
        """
        # One file per draft; its name is the id.
        id: first
        name: {en: First draft, de: Erster Entwurf}
        date: 2026-01-05
        by: [north]
        extent: whole                     # coded from the text itself; "reported" = only what others say of it
        cite: [{source: s1, paragraph: 2, begins: "Both sides met"}]      # source, paragraph, first words of the passage
        points:
          - id: "1"
            terms: {border: closed}
            cite: [{source: s1, paragraph: 3, begins: "The first draft"}]
          - id: "2"
            terms: {troops: {ambiguous: [no-troops, capped]}}     # can be read both ways
            basis: own

        """
    ),
    (
        "proposals/second.yaml",
        """
        # Silent (somebody looked and it is not there) and unreported (we know the text only through others) differ.
        id: second
        name: {en: Second draft, de: Zweiter Entwurf}
        date: 2026-01-20
        by: [north, south]
        from: [first]                     # the draft that it goes back to
        extent: reported
        basis: own                        # nothing to cite: an assumption of ours, counted as such
        points:
          - id: "1"
            terms: {border: {value: open, if: "troops <= capped", else: on-request}}     # conditional
            via: [south, s1]              # Southland says so, and s1 reports it
            cite: [{source: s1, paragraph: 5, begins: "Southland announced that"}]

        """
    ),
]
