import ArgumentParser

/// A recorded request to an adapter.
struct RecordedRequest: ParsableArguments {
    @Option(help: ArgumentHelp("A raw HTTP request, as on the wire; '-' is standard input.", valueName: "FILE"))
    var request: String

    @Option(
        help: ArgumentHelp("The adapter's route; otherwise the one that the request's path ends with.", valueName: "R"))
    var route: String?

    @Option(help: "When it came: RFC 3339, or '2026-05-02 09:00' in UTC.")
    var at: String?
}

extension Waymark.Provider {
    struct Receive: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Read a request as an adapter does.",
            discussion: """
                Prints JSON: what the request tells or why it is refused, and the response. A signature may cover the \
                URL that was called: for this trial alone its host is that of the request, unless the settings have a \
                'public_url'.
                """)

        @OptionGroup var adapter: AdapterTrial
        @OptionGroup var recorded: RecordedRequest

        func run() throws {
            guard let channel = try adapter.channel() else { throw ExitCode(1) }
            Terminal.output.line(try recorded.trial(on: channel).json)
        }
    }

    struct Answer: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the raw HTTP response that carries an answer.",
            discussion: "A request that is refused is answered with its refusal, and the command ends with code 1.")

        @OptionGroup var adapter: AdapterTrial
        @OptionGroup var recorded: RecordedRequest

        @Option(help: ArgumentHelp("What the person is told.", valueName: "T"))
        var text: String

        @Flag(help: "The USSD session ends with it.")
        var end = false

        @Flag(help: "Print JSON.")
        var json = false

        func run() throws {
            guard let channel = try adapter.channel() else { throw ExitCode(1) }
            let trial = try recorded.trial(on: channel)
            Terminal.output.write(bytes: trial.answer(text, ends: end, asJSON: json))
            guard let refusal = trial.refusal else { return }
            Terminal.errors.line(refusal)
            throw ExitCode(1)
        }
    }

    struct Send: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the raw HTTP requests that would send a message.",
            discussion: """
                With --response, prints as JSON the outcome that a provider's response would be read as. What is \
                printed holds the secrets of the settings, unless --redact is given.
                """)

        @OptionGroup var adapter: AdapterTrial

        @Option(
            help: ArgumentHelp(
                "The message: {\"id\", \"from\", \"to\", \"text\"}, for a screen also {\"session\", \"ends\"}; "
                    + "'-' is standard input.", valueName: "FILE.json"))
        var message: String

        @Option(help: ArgumentHelp("A raw HTTP response of the provider.", valueName: "FILE"))
        var response: String?

        @Option(help: ArgumentHelp("Which step of the adapter the response answers.", valueName: "N"))
        var step = 1

        @Option(help: "When it is sent: RFC 3339, or '2026-05-02 09:00' in UTC.")
        var at: String?

        @Flag(help: "Hide secrets.")
        var redact = false

        @Flag(help: "Print JSON.")
        var json = false

        func run() throws {
            guard let channel = try adapter.channel() else { throw ExitCode(1) }
            let trial = try SendTrial(channel: channel, message: message, at: at)
            if let response { return Terminal.output.line(try trial.outcome(of: response, step: step)) }
            if let refusal = trial.refusal {
                Terminal.errors.line(refusal)
                throw ExitCode(1)
            }
            Terminal.output.write(bytes: trial.requests(redacted: redact, asJSON: json))
        }
    }
}

extension AdapterTrial {
    /// The channel to try; nil when the adapter's file has errors, which are then told.
    fileprivate func channel() throws -> TrialChannel? {
        try TrialChannel(adapter: name, shelf: place.shelf, settings: settings)
    }
}

extension RecordedRequest {
    fileprivate func trial(on channel: TrialChannel) throws -> ReceiveTrial {
        try ReceiveTrial(channel: channel, request: request, route: route, at: at)
    }
}
