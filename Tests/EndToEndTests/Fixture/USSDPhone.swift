import HTTPClient

/// A phone on the channel `ussd`: everything typed in a dialogue is sent again with each answer, joined by `*`.
struct USSDPhone: Sendable {
    let number: String
    private var dialogue = 0
    private var typed = ""

    init(_ number: String) {
        self.number = number
    }

    /// Dials the code, with digits in advance if there are some. Returns the screen, with its `CON` or `END`.
    mutating func dial(_ shortcut: String = "", on gateway: RunningGateway) async throws -> String {
        dialogue += 1
        typed = shortcut
        return try await show(on: gateway)
    }

    /// Types an answer.
    mutating func answer(_ text: String, on gateway: RunningGateway) async throws -> String {
        typed += typed.isEmpty ? text : "*" + text
        return try await show(on: gateway)
    }

    /// Types several answers; returns the last screen.
    mutating func answer(_ texts: [String], on gateway: RunningGateway) async throws -> String {
        var screen = ""
        for text in texts { screen = try await answer(text, on: gateway) }
        return screen
    }

    /// Sends the last request, for the first time or once more.
    func show(on gateway: RunningGateway) async throws -> String {
        let response = try await gateway.post(Self.path, form(typed: typed))
        guard response.status == 200 else { throw NeverSeen(what: "a screen; the status was \(response.status)") }
        return response.text
    }

    /// The provider tells that the dialogue is over.
    func hangUp(on gateway: RunningGateway) async throws -> Int {
        let form = Form.encode([
            "sessionId": session, "serviceCode": "*384*77#", "phoneNumber": number, "status": "Incomplete",
        ])
        return try await gateway.post("/in/ussd/ended?token=\(Self.token)", form).status
    }

    /// The body of the request with everything typed so far.
    func form(typed: String) -> String {
        Form.encode(["sessionId": session, "serviceCode": "*384*77#", "phoneNumber": number, "text": typed])
    }

    static let token = Deployment.secrets["PATH_TOKEN"] ?? ""
    static let path = "/in/ussd/session?token=\(token)"

    /// Without the whole number, as with the provider: it must not be found where numbers are looked for.
    private var session: String { "ATUid_\(number.suffix(4))_\(dialogue)" }
}

/// Screens of the sample pack.
enum Screen {
    static let language = "CON Language? Lugha?\n1 English\n2 Kiswahili"
    static let menu = "CON What do you need?\n1 Count\n2 My name\n3 Call me"
    static let swahiliMenu = "CON Unahitaji nini?\n1 Hesabu\n2 Jina langu\n3 Nipigie"
    static let resume = "CON Welcome back. 1 Continue 2 Start again"
    static let refused = "END This service is not available now. Please try again later."

    static func sum(_ number: Int) -> String { "CON Sum \(number). Next number? 999 ends." }
}
