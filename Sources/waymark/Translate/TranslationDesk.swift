import ContentFiles
import Conversation
import Foundation

/// A pack's texts and the files of its languages, as they are on disk.
struct TranslationDesk {
    let pack: Pack
    let template: TranslationTemplate
    private let source: PackSource

    /// Reads a pack. One whose own texts have errors ends the command with code 1, and they are told on standard error.
    init(_ choice: PackChoice) throws {
        let folder = try choice.folder()
        let log = DiagnosticLog()
        guard let all = PackSource.read(folder: folder, log: log),
            let reading = PackLoader.read(all, isTranslated: false, log: log)
        else { throw log.told() }
        pack = reading.pack
        template = TranslationTemplate(reading)
        source = all
    }

    /// The languages beside the pack's own.
    var languages: [String] {
        pack.languages.indices.filter { $0 != pack.sourceLanguage }.map { pack.languages[$0].tag }
    }

    /// A language's file; nil where there is none. What cannot be read is told and is wrong use: nothing may be lost.
    func file(of language: String) throws(WrongUse) -> POFile? {
        guard let file = source.files.first(where: { $0.path == Self.path(language) }) else { return nil }
        let log = DiagnosticLog()
        let read = POFile(file.content, file: source.shown(file.path), log: log)
        guard !log.hasErrors else {
            for diagnostic in log.sorted { Terminal.errors.line(diagnostic.line(for: Terminal.errors)) }
            throw WrongUse("\(source.shown(file.path)) cannot be read as it is; nothing was changed")
        }
        return read
    }

    /// The text of a language's file as it is on disk.
    func content(of language: String) -> String? {
        source.files.first { $0.path == Self.path(language) }?.content
    }

    /// Where a language's file is.
    func path(of language: String) -> String { source.shown(Self.path(language)) }

    /// Where the template is.
    var templatePath: String { source.shown("languages/template.pot") }

    private static func path(_ language: String) -> String { "languages/\(language).po" }
}
