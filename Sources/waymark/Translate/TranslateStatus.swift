import ArgumentParser
import ContentFiles
import Providers

/// `waymark translate status`: how far each language is.
struct TranslateStatus: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Say how far each language is translated.")

    @OptionGroup var choice: PackChoice

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let desk = try TranslationDesk(choice)
        let all = try desk.languages.map { language in
            (language, TranslationStatus(of: desk.template, in: try desk.file(of: language)))
        }
        Terminal.output.write(json ? Datum.list(all.map(Self.datum)).line + "\n" : all.map(Self.line).joined())
    }

    private static func line(_ language: String, _ status: TranslationStatus) -> String {
        "\(language): \(status.percent)%, \(status.translated) translated, \(status.fuzzy) fuzzy, "
            + "\(status.missing) missing, \(status.obsolete) obsolete\n"
    }

    private static func datum(_ language: String, _ status: TranslationStatus) -> Datum {
        .object([
            Datum.Member("language", .text(language)), Datum.Member("percent", .count(status.percent)),
            Datum.Member("translated", .count(status.translated)), Datum.Member("fuzzy", .count(status.fuzzy)),
            Datum.Member("missing", .count(status.missing)), Datum.Member("obsolete", .count(status.obsolete)),
        ])
    }
}
