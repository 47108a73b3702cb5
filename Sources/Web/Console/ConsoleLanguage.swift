import Hummingbird

/// A language of the console.
enum ConsoleLanguage: String, CaseIterable, Sendable {
    case english = "en"
    case chinese = "zh-Hans"

    /// How the language calls itself.
    var name: String {
        switch self {
        case .english: "English"
        case .chinese: "中文"
        }
    }

    /// The first language of `Accept-Language` that there is; English where there is none.
    init(accepted header: String?) {
        let tags = (header ?? "").split(separator: ",").map { $0.drop { $0 == " " }.lowercased() }
        let first = tags.lazy.compactMap { tag -> Self? in
            tag.hasPrefix("zh") ? .chinese : tag.hasPrefix("en") ? .english : nil
        }.first
        self = first ?? .english
    }
}

extension ConsoleLanguage {
    /// The language of a request: what it chooses, else what was chosen before, else what the browser prefers.
    ///
    /// - Parameter chosen: The tag that the request chooses; nil where it chooses none.
    static func of(_ request: Request, choosing chosen: String?) -> (language: ConsoleLanguage, isChosen: Bool) {
        if let chosen = chosen.flatMap(ConsoleLanguage.init(rawValue:)) { return (chosen, true) }
        let kept = request.cookies[Visit.languageCookie].flatMap { ConsoleLanguage(rawValue: $0.value) }
        return (kept ?? ConsoleLanguage(accepted: request.headers[.acceptLanguage]), false)
    }
}
