import ArgumentParser
import Conversation
import Expressions

extension Waymark {
    /// `waymark find`: a search in the directory, as the step `find` does it.
    struct Find: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Search a pack's directory.",
            discussion: """
                Lists the best offices of a kind around a place. A place that could be several is asked back by \
                listing them. Ends with code 1 when no place or no office is found.
                """)

        @Argument(help: ArgumentHelp("The kind of office, for example hotline.", valueName: "KIND"))
        var kind: String

        @ArgumentParser.Option(help: "The place, as someone would type it.")
        var near: String?

        @OptionGroup var choice: PackChoice

        @ArgumentParser.Option(help: "The language of names.")
        var lang: String?

        @ArgumentParser.Option(help: "The day, such as 2026-11-24; today if it is left out.")
        var at: String?

        @ArgumentParser.Flag(help: "Print JSON.")
        var json = false

        func run() throws {
            let pack = try choice.load()
            let moment = try Moment.read(at, place: pack.settings.utcOffset)
            let lookup = try Lookup(
                kind, near: near, in: pack, on: moment.timestamp.date(utcOffset: pack.settings.utcOffset),
                language: pack.languages[try pack.language(lang)].tag)
            Terminal.output.line(json ? lookup.json : lookup.text)
            if lookup.isEmpty { throw ExitCode(1) }
        }
    }
}
