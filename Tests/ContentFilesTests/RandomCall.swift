import Conversation
import Expressions
import TestSupport

/// Someone who does anything with a phone while it is written down.
struct RandomCall {
    private let pack: Pack
    private let number = "+8613800000001"
    private var rehearsal: Rehearsal
    private var kind = ChannelKind.ussd
    private var recorder = TalkRecorder()
    private var lines: [String] = []
    private var random: SplitMix64

    /// What was written down.
    var talk: String { lines.joined(separator: "\n") + "\n" }

    init(in pack: Pack, seed: UInt64, inventing: Bool = true) throws {
        self.pack = pack
        random = SplitMix64(seed: seed)
        let time = Talk.LocalTime(Timestamp(milliseconds: 1_777_000_000_000), utcOffset: pack.settings.utcOffset)
        let now = time.timestamp(utcOffset: pack.settings.utcOffset)
        rehearsal = Rehearsal(machine: ConversationMachine(packs: .init(current: pack)), now: now)
        lines = recorder.opening(title: "random", on: kind, from: number, in: nil, at: time)
        for _ in 0..<25 { try act(inventing) }
    }

    private static let words = [
        "1", "2", "3", "9", "0", "00", "7", "yes", "no", "Gansu", "2026-03", "1234", "HELP", "STOP", "START", "PAY",
        "HI",
        "MENU", "", "a / b", "...", "x ...", "\\s", "工资", " ", "FORGET", "LANGUAGE",
    ]

    private mutating func pick<Element>(_ items: [Element]) -> Element {
        items[Int.random(in: items.indices, using: &random)]
    }

    private mutating func act(_ inventing: Bool) throws {
        let isPrivate = !inventing && rehearsal.hidesAnswer(of: number)
        switch Int.random(in: 0..<14, using: &random) {
        case 0:
            let digits = (0..<Int.random(in: 0..<4, using: &random)).map { _ in pick(["1", "2", "3", "1234", "9"]) }
                .joined(separator: "*")
            kind = .ussd
            let kept = try rehearsal.kept(digits, dialledBy: number)
            record(.dial(pack.settings.code(dialling: kept)), try deed(rehearsal.dial(digits, from: number)))
        case 1:
            guard let turn = try rehearsal.drop(from: number) else { return }
            record(.drop(isNoticed: true), try deed(turn))
        case 2:
            let seconds = pick([1, 90, 600, 3_600, 7_200, 86_400, 300_000])
            record(.wait(seconds), try rehearsal.wait(seconds: seconds).map(\.turn))
        case 3:
            kind = .sms
            record(.on(.sms, from: nil, language: nil, at: nil), [])
        case 4, 5:
            let answer = pick([SystemAnswer.value(.object(["open": .number(3), "pay": .number(2)])), .failed("no")])
            guard let happening = try rehearsal.respond(answer, to: number) else { return }
            record(.respond(answer), try deed(happening.turn))
        default:
            guard kind == .sms || rehearsal.isInDialogue(number) else { return }
            let text = pick(Self.words)
            record(.type(text, late: nil), try deed(rehearsal.send(text, by: kind, from: number)), isPrivate: isPrivate)
        }
    }

    /// What was done, and the answers to SMS that were held until then.
    private mutating func deed(_ turn: Turn) throws -> [Turn] {
        [turn] + (try rehearsal.catchUp().map(\.turn))
    }

    private mutating func record(_ action: Talk.Action, _ turns: [Turn], isPrivate: Bool = false) {
        lines += recorder.lines(for: action, turns, isPrivate: isPrivate)
    }
}
