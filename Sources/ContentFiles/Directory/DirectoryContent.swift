import Conversation
import Directory
import Expressions

/// What the files of a directory say, before the pack's texts are known.
struct DirectoryContent {
    let regions: [Region]
    let services: [Service]

    /// Whether some office is made up.
    var hasSamples: Bool { services.contains(where: \.isSample) }

    /// Whether the hours of some office are known day by day.
    var hasHours: Bool { services.contains { $0.opening != nil } }

    /// The directory, with its hours in words, and the names of its made-up offices beginning with the word for it: nobody
    /// who tries the service out shall take one for a real one.
    ///
    /// - Parameters:
    ///   - texts: The pack's built-in texts; without them nothing is said in its words.
    ///   - own: Which of the languages the pack is written in.
    func directory(freshness: Int, _ texts: BuiltInTexts?, _ languages: [Language], own: Int) -> Directory {
        guard !regions.isEmpty || !services.isEmpty else { return .empty }
        var services = services
        if let texts, hasSamples { services = services.map(SampleMark(texts[.sample], languages).marked) }
        if let texts, hasHours { services = OpeningWording(texts, languages, own: own).worded(services) }
        return Directory(regions: regions, services: services, freshness: freshness)
    }
}

/// Puts the word for a made-up office before its name where it is not there.
private struct SampleMark {
    /// The word in each language of the pack, by tag.
    private let words: [String: String]

    init(_ word: LocalizedText, _ languages: [Language]) {
        words = Dictionary(
            languages.indices.map { (languages[$0].tag, word.version($0).literal ?? "") }
        ) { first, _ in first }
    }

    func marked(_ service: Service) -> Service {
        guard service.isSample else { return service }
        return service.with(names: Wordings(service.names.versions.map(marked)))
    }

    private func marked(_ name: Wordings.Version) -> Wordings.Version {
        guard let word = words[name.tag], !word.isEmpty, !name.text.lowercased().hasPrefix(word.lowercased()) else {
            return name
        }
        // Chinese and Japanese write no space between words.
        let isSpaced = word.unicodeScalars.last.map { $0.value < 0x2E80 } ?? true
        return Wordings.Version(name.tag, word + (isSpaced ? " " : "") + name.text)
    }
}
