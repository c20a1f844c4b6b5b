import CaseModel

/// Finds out in which format a domain is written and reads it.
struct DomainFormats {
    let log: DomainLog

    func domain(_ files: [DomainFile]) -> BargainingDomain? {
        let (xml, csv) = (files.filter { $0.ending == "xml" }, files.filter { $0.ending == "csv" })
        let others = files.filter { $0.ending != "xml" && $0.ending != "csv" }
        let kinds = [xml, csv, others].filter { !$0.isEmpty }
        guard kinds.count == 1 else {
            let names = kinds.compactMap(\.first?.name).joined(separator: ", ")
            log.fail(
                kinds[1][0].place, "the folder holds files of several formats: \(names)",
                "name one of the files, or put each domain into a folder of its own")
            return nil
        }
        if !xml.isEmpty { return GeniusFiles(log: log).domain(xml) }
        if !csv.isEmpty { return TableFiles(log: log).domain(csv) }
        return TreeFiles(log: log).domain(others)
    }

    /// Whether a text is a file of negmas, by the types that it names.
    static func isNegmas(_ text: String) -> Bool {
        text.contains("OutcomeSpace") || text.contains("UtilityFunction") || text.contains("DiscUFun")
    }

    /// Whether a file is a domain without a party, to be read with those beside it.
    static func isDomainAlone(_ file: DomainFile) -> Bool {
        let text = String(decoding: file.bytes, as: UTF8.self)
        return switch file.ending {
        case "xml": text.contains("<negotiation_template")
        case "json", "yml", "yaml":
            text.contains("issues") && !text.contains("UtilityFunction") && !text.contains("DiscUFun")
                && !text.contains("issuesValues")
                || text.contains("\"issuesValues\"") && !text.contains("UtilitySpace")
        default: false
        }
    }
}
