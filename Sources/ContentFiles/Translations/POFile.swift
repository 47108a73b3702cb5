package import Expressions

/// A gettext PO file: the texts of one language, by their context.
///
/// Format: GNU gettext manual, "The Format of PO Files".
package struct POFile: Hashable, Sendable {
    /// The entry that tells about the file itself, if it has one.
    package var header: POEntry?
    /// The entries in the file's order.
    package var entries: [POEntry]
    /// Entries of texts that are no longer there, kept in case they come back (`#~`).
    package var obsolete: [POEntry]
    /// Translators' comments behind the last entry.
    package var closing: [String]

    package init(header: POEntry?, entries: [POEntry], obsolete: [POEntry] = [], closing: [String] = []) {
        self.header = header
        self.entries = entries
        self.obsolete = obsolete
        self.closing = closing
    }

    /// Reads a file; what cannot be read is reported with its line.
    package init(_ content: String, file: String, log: DiagnosticLog) {
        var content = content[...]
        if content.unicodeScalars.first == "\u{FEFF}" {
            log.warning(
                "po-header", "the file begins with a byte order mark, which gettext's tools refuse",
                at: Position(file: file), suggestion: "'waymark translate merge' takes it away")
            content = content.unicodeScalars.dropFirst().isEmpty ? "" : Substring(content.unicodeScalars.dropFirst())
        }
        var reader = POReader(file: file, log: log)
        let lines = content.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() {
            let isCut = line.last == UInt8(ascii: "\r")
            reader.read(Substring(isCut ? line.dropLast() : line), number: number + 1)
        }
        self = reader.finish()
        POHeader(header).check(header?.position ?? Position(file: file), log)
        reportTwins(log)
    }

    /// The plural rule the header states; nil when it states none that can be read.
    package var pluralRule: PluralRule? { POHeader(header).pluralRule }

    /// One text cannot have two translations.
    private func reportTwins(_ log: DiagnosticLog) {
        var seen: Set<String> = []
        for entry in entries where !seen.insert(entry.context ?? "\0" + entry.source.text).inserted {
            log.error(
                "po", "'\(entry.context ?? entry.source.text)' is translated twice", at: entry.position,
                suggestion: "keep one of the two")
        }
    }
}
