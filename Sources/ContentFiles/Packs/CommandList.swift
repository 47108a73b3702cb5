import Conversation
import Telephony

/// Words for one command as a pack lists them, with who says so.
struct CommandList {
    /// What the words do.
    let command: Command
    /// The words, folded, each with its place.
    let words: [(word: String, position: Position)]
    /// The language they are words of, by its tag; nil where the list does not say.
    let language: String?
    /// The country whose carriers or law name them; nil where the list does not say.
    let country: Country?
}

/// Reads `words` of `pack.yaml`.
struct CommandListReader {
    /// The languages of the pack.
    let languages: [Language]
    let log: DiagnosticLog

    /// Every list, in the order in which they are written. A word alone is the pack's own wording.
    func read(_ pack: Fields) -> [CommandList] {
        guard let value = pack["words"], let own = Fields(value, "'words'", .words, log: log) else { return [] }
        return own.entries.flatMap { entry -> [CommandList] in
            guard let command = Command(rawValue: entry.key) else { return [] }
            if entry.value.entries != nil {
                log.error(
                    "type", "'\(command.rawValue)' of 'words' must be a word or a list", at: entry.value.position,
                    suggestion: "put '[' and ']' around it")
                return []
            }
            return (entry.value.elements ?? [entry.value]).compactMap { list(command, $0) }
        }
    }

    private func list(_ command: Command, _ value: YAML) -> CommandList? {
        guard value.entries != nil else {
            let what = "each of '\(command.rawValue)' of 'words'"
            guard let word = value.text(for: what, log: log) else { return nil }
            return CommandList(
                command: command, words: [(Folding.fold(word), value.position)], language: nil, country: nil)
        }
        guard let own = Fields(value, "a list of words", .commandList, log: log) else { return nil }
        let words = own.requiredTexts("words")
        _ = own.requiredText("source")
        return CommandList(
            command: command, words: words.map { (Folding.fold($0.text), $0.position) }, language: language(own),
            country: country(own))
    }

    private func language(_ own: Fields) -> String? {
        guard let value = own["language"], let tag = own.text("language") else { return nil }
        if languages.contains(where: { $0.tag == tag }) { return tag }
        log.error("language", "'\(tag)' is not one of 'languages'", at: value.position)
        return nil
    }

    private func country(_ own: Fields) -> Country? {
        guard let value = own["country"], let text = own.text("country") else { return nil }
        if let country = Country(text) { return country }
        log.error(
            "value", "'country' must be a country's two letters such as KE or CN, not '\(text)'", at: value.position)
        return nil
    }
}

extension Fields {
    /// The texts of a key that must have at least one, each with its place.
    fileprivate func requiredTexts(_ key: String) -> [(text: String, position: Position)] {
        let values = self[key].map { $0.elements ?? [$0] } ?? []
        if values.isEmpty { log.error("missing-key", "\(what) needs '\(key)'", at: position) }
        return values.compactMap { value in
            value.text(for: "each of '\(key)' of \(what)", log: log).map { ($0, value.position) }
        }
    }
}
