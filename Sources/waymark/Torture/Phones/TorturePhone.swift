import Foundation

/// A phone that talks without end, answers what it is asked, and writes down what it did and saw. Its provider brings each
/// request until it is acknowledged, and some that are acknowledged once more.
struct TorturePhone: Sendable {
    let line: PhoneLine
    let number: String
    /// What it did and saw, in order.
    private(set) var log: [Deed] = []
    /// Repetitions that were answered otherwise than the first time.
    private(set) var findings: [String] = []
    /// Requests that were brought again although they were acknowledged.
    private(set) var repeats = 0
    private var chance: Chance
    private let door: TortureDoor
    private let provider: TortureProvider
    private var dialogue = 0
    private var typed: [String] = []
    private var texts = 0
    /// Messages of the provider that it has read or that it knows are on their way.
    private var heard = 0
    /// The last request, and what it was answered with.
    private var last: (request: Webhook, text: String)?

    init(_ place: Int, seed: UInt64, _ door: TortureDoor, _ provider: TortureProvider) {
        let lines = PhoneLine.allCases
        line = lines[place % lines.count]
        number = "+2547" + String(10_000_000 + place)
        chance = Chance(seed: seed, "phone", number)
        self.door = door
        self.provider = provider
    }

    /// Talks until nobody is killed any more.
    mutating func live() async throws {
        repeat {
            if line.isUSSD { try await dial() } else { try await write() }
        } while !door.isEnding
    }

    /// A dialogue from the code to its end, or to where she hangs up.
    private mutating func dial() async throws {
        dialogue += 1
        typed = []
        var shown = try await screen(hop())
        log.append(.dial(shown))
        while !shown.ends {
            if chance.happens(4) { return try await hangUp() }
            guard let answer = answer(to: shown.text) else { return findings.append("\(number) saw '\(shown.text)'") }
            typed.append(answer)
            shown = try await screen(hop())
            log.append(.type(answer, shown))
        }
        try await read(shown.text)
    }

    private mutating func hangUp() async throws {
        _ = try await door.bring(ending())
        log.append(.hangUp)
    }

    /// A conversation by SMS from a keyword to its end.
    private mutating func write() async throws {
        var next: String? = chance.happens(25) ? "LATER" : "TALLY"
        var reply = ""
        while let text = next {
            texts += 1
            reply = try await self.reply(to: message(text))
            log.append(.text(text, reply: reply))
            next = answer(to: reply)
        }
        try await read(reply)
    }

    /// What comes by SMS after the last step.
    private mutating func read(_ last: String) async throws {
        if last.hasPrefix(TorturePack.counted) {
            // It goes by another channel than her reminders, so that only waiting for it keeps their order.
            if line == .answered { _ = try await hear() } else { heard += 1 }
        }
        guard last == TorturePack.planned else { return }
        log.append(.reminder(try await hear()))
    }

    /// What she answers to a screen; nil when it asks nothing.
    private mutating func answer(to shown: String) -> String? {
        if shown.hasPrefix("Welcome back") { return chance.happens(60) ? "1" : "2" }
        if shown.hasPrefix("What do you need") { return chance.happens(25) ? "2" : "1" }
        guard shown.hasPrefix("Sum ") else { return nil }
        if chance.happens(15) { return "999" }
        // Several wrong answers in a row would lead to a person, whose number tells of all phones together.
        let isWrong = shown.hasSuffix("Next number?") && chance.happens(8)
        return isWrong ? "several" : String(chance.number(in: 1...99))
    }

    /// The screen that a request is answered with.
    private mutating func screen(_ request: Webhook) async throws -> Shown {
        let text = try await bring(request)
        guard let shown = line.shown(text) else { throw TortureFault("\(number) got no screen but '\(text)'") }
        return shown
    }

    /// The SMS that a text is answered with.
    private mutating func reply(to request: Webhook) async throws -> String {
        let text = try await bring(request)
        guard line == .answered else { return try await hear() }
        guard let shown = line.shown(text) else { throw TortureFault("\(number) got no answer but '\(text)'") }
        return shown.text
    }

    /// Brings a request until it is acknowledged, sometimes twice at once, sometimes again later.
    private mutating func bring(_ request: Webhook) async throws -> String {
        let isTwice = chance.happens(5)
        let door = door
        async let copy = isTwice ? door.bring(request, isRefused: isRefused) : nil
        let text = try await door.bring(request, isRefused: isRefused)
        if let other = try await copy { compare(other, text, request) }
        if let last, chance.happens(5) {
            compare(try await door.bring(last.request, isRefused: isRefused), last.text, last.request)
        }
        last = (request, text)
        return text
    }

    private mutating func compare(_ other: String, _ text: String, _ request: Webhook) {
        repeats += 1
        guard other != text else { return }
        findings.append("\(number): \(request.body) was answered with '\(text)', and once more with '\(other)'")
    }

    /// The next message that the provider took for her.
    private mutating func hear() async throws -> String {
        let place = heard
        heard += 1
        return try await provider.text(place, to: number)
    }
}

/// Whether an answer says that nothing was kept: the channel's apology, or that too much waits.
private let isRefused: @Sendable (String) -> Bool = { text in
    text.contains(TortureFolder.apology) || text.contains("We are very busy")
}

extension TorturePhone {
    /// The dialled code, or the last answer.
    fileprivate func hop() -> Webhook {
        let digits = String(number.dropFirst())
        switch line {
        case .cumulative:
            return .form(
                "cumulative/session",
                [
                    "sessionId": session, "serviceCode": "*384*77#", "phoneNumber": number,
                    "text": typed.joined(separator: "*"),
                ])
        case .sessions, .answered, .sent:
            return .form(
                "sessions/session",
                [
                    "session": session, "from": "+" + digits, "code": "*384*77#", "text": typed.last ?? "",
                    "phase": typed.isEmpty ? "begin" : "continue", "sequence": String(typed.count + 1),
                ])
        }
    }

    /// The notice that she hung up.
    fileprivate func ending() -> Webhook {
        line == .cumulative
            ? .form(
                "cumulative/ended",
                ["sessionId": session, "serviceCode": "*384*77#", "phoneNumber": number, "status": "Incomplete"])
            : .form("sessions/session", ["session": session, "from": number, "phase": "end"])
    }

    fileprivate func message(_ text: String) -> Webhook {
        .form(
            line.rawValue + "/receive",
            ["id": "in-\(number.dropFirst())-\(texts)", "from": number, "to": "10000", "text": text])
    }

    private var session: String { "s-\(number.dropFirst())-\(dialogue)" }
}
