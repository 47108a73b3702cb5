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
