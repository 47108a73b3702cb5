extension POFile {
    /// The file's text, laid out as `msgcat --no-wrap` does: a line of a text on a line of the file.
    package var text: String {
        var blocks = (header.map { [$0] } ?? [] + []).map { POWriter.block(of: $0) }
        blocks += entries.map { POWriter.block(of: $0) }
        blocks += obsolete.map { POWriter.block(of: $0, isObsolete: true) }
        if !closing.isEmpty { blocks.append(closing.map { POWriter.comment("#", $0) + "\n" }.joined()) }
        return blocks.joined(separator: "\n")
    }
}

/// Writes entries.
private enum POWriter {
    /// An entry's lines.
    static func block(of entry: POEntry, isObsolete: Bool = false) -> String {
        let sign = isObsolete ? "#~ " : ""
        var lines = entry.comments.map { comment("#", $0) } + entry.notes.map { comment("#.", $0) }
        if !entry.references.isEmpty { lines.append("#: " + entry.references.joined(separator: " ")) }
        if !entry.flags.isEmpty { lines.append("#, " + flags(entry).joined(separator: ", ")) }
        if let previous = entry.previous {
            let sign = isObsolete ? "#~| " : "#| "
            lines += previous.context.map { text(sign, "msgctxt", $0) } ?? []
            lines += previous.source.map { source(sign, $0) } ?? []
        }
        lines += entry.context.map { text(sign, "msgctxt", $0) } ?? []
        lines += source(sign, entry.source)
        for (form, translation) in entry.translations.enumerated() {
            lines += text(sign, entry.source.plural == nil ? "msgstr" : "msgstr[\(form)]", translation)
        }
        return lines.map { $0 + "\n" }.joined()
    }

    static func comment(_ sign: String, _ text: String) -> String {
        text.isEmpty ? sign : sign + " " + text
    }

    /// `fuzzy` stands first, as in gettext's own files.
    private static func flags(_ entry: POEntry) -> [String] {
        (entry.isFuzzy ? ["fuzzy"] : []) + entry.flags.filter { $0 != "fuzzy" }
    }

    private static func source(_ sign: String, _ source: POEntry.Source) -> [String] {
        text(sign, "msgid", source.text) + (source.plural.map { text(sign, "msgid_plural", $0) } ?? [])
    }

    private static func text(_ sign: String, _ keyword: String, _ text: String) -> [String] {
        let lines = POText.lines(text)
        return [sign + keyword + " " + lines[0]] + lines.dropFirst().map { sign + $0 }
    }
}
