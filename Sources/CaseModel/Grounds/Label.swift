/// The languages in which a case is labelled and an answer is given.
public enum Language: String, Hashable, Sendable, CaseIterable {
    case en, de
}

/// A name or a sentence of a case, in one language or in both.
public struct Label: Hashable, Sendable {
    public var en: String?
    public var de: String?

    public init(en: String? = nil, de: String? = nil) {
        self.en = en
        self.de = de
    }

    /// The text in a language, or in the other one if that is missing.
    public func text(in language: Language) -> String {
        switch language {
        case .en: en ?? de ?? ""
        case .de: de ?? en ?? ""
        }
    }

    /// The languages that the text is missing in.
    public var missing: [Language] { (en == nil ? [.en] : []) + (de == nil ? [.de] : []) }
}
