import ArgumentParser
import ContentFiles

/// `waymark translate extract`: the template that a new language begins with.
struct TranslateExtract: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract", abstract: "Write languages/template.pot with every text of the pack.")

    @OptionGroup var choice: PackChoice

    func run() throws {
        let desk = try TranslationDesk(choice)
        try OutputFile.write(desk.template.file(for: desk.pack).text, to: desk.templatePath)
        Terminal.output.line("\(desk.templatePath): \(desk.template.entries.count.counted("text"))")
    }
}
