import ArgumentParser
import ContentFiles

/// `waymark translate merge`: brings the languages' files up to date with the pack's texts.
struct TranslateMerge: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Bring the files of languages up to date with the pack's texts.",
        discussion: """
            No translation is lost: changed texts are marked fuzzy, texts that are gone are kept at the end. Without a \
            language: all of the pack's.
            """)

    @OptionGroup var choice: PackChoice

    @Argument(help: ArgumentHelp("Languages of the pack.", valueName: "LANG"))
    var languages: [String] = []

    @Flag(help: "Only say what would change; ends with code 1 if something would.")
    var check = false

    func run() throws {
        let desk = try TranslationDesk(choice)
        for language in languages where !desk.languages.contains(language) {
            throw WrongUse("'\(language)' is no language to translate to (\(desk.languages.joined(separator: ", ")))")
        }
        let chosen = languages.isEmpty ? desk.languages : languages
        let changes = try chosen.filter { try merge($0, desk) }
        if check, !changes.isEmpty { throw ExitCode(1) }
    }

    /// Returns whether something changes.
    private func merge(_ language: String, _ desk: TranslationDesk) throws -> Bool {
        let merge = TranslationMerge(
            desk.template, into: try desk.file(of: language), for: desk.pack, language: language)
        let text = merge.file.text
        let isChanged = text != desk.content(of: language)
        let counts = [
            (merge.added.count, "new"), (merge.fuzzy.count, "fuzzy"), (merge.dropped.count, "gone"),
        ].filter { $0.0 > 0 }.map { "\($0) \($1)" }
        let what = counts.isEmpty ? isChanged ? "layout and notes" : "up to date" : counts.joined(separator: ", ")
        Terminal.output.line("\(desk.path(of: language)): \(what)")
        if isChanged, !check { try OutputFile.write(text, to: desk.path(of: language)) }
        return isChanged
    }
}
