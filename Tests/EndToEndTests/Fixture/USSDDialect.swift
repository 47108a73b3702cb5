import Foundation
import HTTPClient
import Testing

/// How a USSD provider speaks: its requests, and how a phone reads our answers.
struct USSDDialect: Sendable, CustomTestStringConvertible {
    /// One request as the provider sends it.
    struct Call: Sendable {
        var method = "POST"
        /// Below the channel.
        let path: String
        var type: String?
        var body = ""
    }

    /// A dialogue as the provider knows it.
    struct Dialogue: Sendable {
        let number: String
        let session: String
        /// What was dialled behind the code.
        let shortcut: String
        /// Every answer, in order.
        var answers: [String] = []

        var digits: String { String(number.dropFirst()) }
        /// Requests so far, with this one.
        var count: Int { answers.count + 1 }
        var begins: Bool { answers.isEmpty }
        /// What was dialled, as the phone shows it.
        var dialled: String { shortcut.isEmpty ? "*384*77#" : "*384*77*\(shortcut)#" }
        /// Everything typed since the code, for providers that send it all.
        var typed: String { ((shortcut.isEmpty ? [] : [shortcut]) + answers).joined(separator: "*") }
        /// The code, or the last answer.
        var latest: String { answers.last ?? dialled }
    }

    /// What a phone shows.
    struct Shown: Hashable, Sendable {
        let text: String
        let ends: Bool
    }

    let name: String
    let adapter: String
    var settings = "{}"
    /// Whether the first request tells what was dialled behind the code.
    var tellsShortcut = true
    /// The dialled code, or the next answer.
    let call: @Sendable (Dialogue) -> Call
    /// The notice that the person hung up; nil where the provider sends none.
    var hangUp: @Sendable (Dialogue) -> Call? = { _ in nil }
    /// What the phone makes of an answer; nil when it is no screen of this provider.
    let read: @Sendable (IncomingResponse) -> Shown?

    var testDescription: String { name }

    /// The channels file with a channel of every dialect, by its name.
    static func channels(_ more: String = "") -> String {
        all.reduce(into: "channels:\n") { file, dialect in
            file += """
                  \(dialect.name):
                    adapter: \(dialect.adapter)
                    address: "*384*77#"
                    country: KE
                    path_token: ${PATH_TOKEN}
                    settings: \(dialect.settings)
                \(more)
                """ + "\n"
        }
    }
}

/// A phone whose dialogues go through a provider.
struct DialectPhone: Sendable {
    let dialect: USSDDialect
    let number: String
    private(set) var dialogue: USSDDialect.Dialogue
    private var dialogues = 0

    init(_ dialect: USSDDialect, _ number: String) {
        self.dialect = dialect
        self.number = number
        dialogue = USSDDialect.Dialogue(number: number, session: "none", shortcut: "")
    }

    mutating func dial(_ shortcut: String = "", on gateway: RunningGateway) async throws -> USSDDialect.Shown {
        dialogues += 1
        dialogue = USSDDialect.Dialogue(
            number: number, session: "ses-\(number.suffix(4))-\(dialogues)", shortcut: shortcut)
        return try await again(on: gateway)
    }

    mutating func answer(_ texts: String..., on gateway: RunningGateway) async throws -> USSDDialect.Shown {
        var shown = USSDDialect.Shown(text: "", ends: false)
        for text in texts {
            dialogue.answers.append(text)
            shown = try await again(on: gateway)
        }
        return shown
    }

    /// Sends the last request, for the first time or once more.
    func again(on gateway: RunningGateway) async throws -> USSDDialect.Shown {
        try screen(try await response(on: gateway))
    }

    /// The whole answer to the last request.
    func response(on gateway: RunningGateway) async throws -> IncomingResponse {
        try await ask(dialect.call(dialogue), on: gateway)
    }

    /// The answer to the notice that she hung up; nil where the provider sends none.
    func hangUp(on gateway: RunningGateway) async throws -> IncomingResponse? {
        guard let call = dialect.hangUp(dialogue) else { return nil }
        return try await ask(call, on: gateway)
    }

    /// Sends any request to the dialect's channel.
    func ask(
        _ call: USSDDialect.Call, token: String = USSDPhone.token, on gateway: RunningGateway
    ) async throws -> IncomingResponse {
        let mark = call.path.contains("?") ? "&" : "?"
        return try await gateway.ask(
            "/in/\(dialect.name)/\(call.path)\(mark)token=\(token)", method: call.method, type: call.type,
            body: Array(call.body.utf8))
    }

    /// What the phone shows of an answer, which must be a screen.
    func screen(_ response: IncomingResponse) throws -> USSDDialect.Shown {
        guard response.status == 200, let shown = dialect.read(response) else {
            throw NeverSeen(what: "a screen of \(dialect.name); it was \(response.status) '\(response.text)'")
        }
        return shown
    }
}
