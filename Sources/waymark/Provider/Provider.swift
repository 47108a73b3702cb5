import ArgumentParser

extension Waymark {
    /// `waymark provider`: adapters, tried out without a server.
    struct Provider: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show and begin provider adapters, and try them out without a server.",
            subcommands: [List.self, Show.self, New.self, Receive.self, Answer.self, Send.self])
    }
}

/// Where adapters are.
struct AdapterPlace: ParsableArguments {
    @Option(help: ArgumentHelp("The settings' folder, which has the folder 'providers'.", valueName: "DIR"))
    var config = "Config"

    var shelf: AdapterShelf { AdapterShelf(folder: config + "/providers") }
}

/// An adapter and the settings of a channel to try it on.
struct AdapterTrial: ParsableArguments {
    @Argument(help: ArgumentHelp("The adapter's name.", valueName: "NAME"))
    var name: String

    @OptionGroup var place: AdapterPlace

    @Option(
        help: ArgumentHelp("The channel's settings, as a JSON object; see 'provider show'.", valueName: "FILE.json"))
    var settings: String?
}

extension Waymark.Provider {
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List adapters with what they support.")

        @OptionGroup var place: AdapterPlace

        @Flag(help: "Print JSON.")
        var json = false

        func run() throws {
            let list = try AdapterList(shelf: place.shelf)
            Terminal.output.write(json ? list.json + "\n" : list.text)
            if list.hasErrors { throw ExitCode(1) }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show one adapter: its source, settings, routes and answers.")

        @Argument(help: ArgumentHelp("The adapter's name.", valueName: "NAME"))
        var name: String

        @OptionGroup var place: AdapterPlace

        @Flag(help: "Print JSON.")
        var json = false

        func run() throws {
            guard let card = try AdapterCard(name: name, shelf: place.shelf) else { throw ExitCode(1) }
            Terminal.output.write(json ? card.json + "\n" : card.text)
        }
    }
}
