import Conversation
import Expressions
import Storage
import Telephony

/// Plays a conversation once more without anybody, and writes down a talk of it that passes.
///
/// The person is made up, and so is her number. What she typed where a private answer was expected is not known: there
/// the talk ends, and so it does where the pack leads another way by now.
struct Retelling {
    /// What was known of her before.
    private struct Beginning {
        let language: String?
        /// Whether she had agreed that something is kept about her.
        let isAgreed: Bool
    }

    /// A number that is nobody's, as the phone in the terminal has it.
    private static let number = "+8613800000001"
    /// Seconds of a pause that a talk does not tell.
    private static let shortPause: Int64 = 60
    private static let elsewhere =
        "# From here on the conversation went another way than it would now: the talk ends before it."
    private static let asked = "# Another system was asked, whose answer is not written down: the talk ends before it."
    private static let staff = "# Staff took a hand in it: the talk ends before it."

    private let pack: Pack
    private let channels: [String: ChannelKind]
    private var rehearsal: Rehearsal
    private var recorder = TalkRecorder()
    private var kind: ChannelKind
    private var before: Timestamp
    private var text: [String]
    /// Where the conversation stands after the last turn, or ended.
    private var step = ""
    /// Turns that went as they had gone.
    private var told = 0

    /// The talk of a conversation; nil where it has no turn.
    ///
    /// - Parameters:
    ///   - lines: Its turns, redacted.
    ///   - pack: The one that the talk is to pass with.
    ///   - channels: The kinds of channels by their names.
    static func talk(
        of summary: SessionSummary, _ lines: [TranscriptLine], with pack: Pack, channels: [String: ChannelKind]
    ) throws(CodingFault) -> String? {
        guard let first = lines.first else { return nil }
        var best: Retelling?
        let beginnings = [
            Beginning(language: nil, isAgreed: false), Beginning(language: summary.language, isAgreed: false),
            Beginning(language: summary.language, isAgreed: true),
        ]
        for beginning in beginnings {
            var retelling = Retelling(summary, beginning, first, pack, channels)
            for line in lines {
                guard try retelling.tell(line) else { break }
            }
            if retelling.told > best?.told ?? -1 { best = retelling }
        }
        return best.map { ($0.text + [""]).joined(separator: "\n") }
    }

    private init(
        _ summary: SessionSummary, _ beginning: Beginning, _ first: TranscriptLine, _ pack: Pack,
        _ channels: [String: ChannelKind]
    ) {
        self.pack = pack
        self.channels = channels
        let time = Talk.LocalTime(first.at, utcOffset: pack.settings.utcOffset)
        before = time.timestamp(utcOffset: pack.settings.utcOffset)
        kind = channels[first.channel] ?? .sms
        rehearsal = Rehearsal(machine: ConversationMachine(packs: .init(current: pack)), now: before)
        text = recorder.opening(
            title: "conversation \(summary.id.rawValue)", on: kind, from: Self.number, in: beginning.language, at: time)
        var person = Person(language: beginning.language)
        for field in beginning.isAgreed ? pack.consentFields : [] {
            person.fields[field] = .boolean(true)
            text.append("have person.\(field) = true")
        }
        guard beginning.language != nil else { return }
        rehearsal.people[Self.number] = Snapshot(person: person, address: AddressState(heardAt: before))
    }

    /// Plays a turn. Returns whether it went as it had gone, so that the next one can be told.
    private mutating func tell(_ line: TranscriptLine) throws(CodingFault) -> Bool {
        if line.isOfStaff { return end(Self.staff) }
        guard line.isHers else { return true }
        if rehearsal.question(of: Self.number) != nil { return end(Self.asked) }
        try pass(until: line.at)
        let now = channels[line.channel] ?? kind
        var trial = self
        try trial.play(line, by: now)
        guard !trial.recorder.isOver else {
            self = trial
            return false
        }
        guard line.step.isEmpty || trial.step == line.step else { return end(Self.elsewhere) }
        self = trial
        told += 1
        return true
    }

    private mutating func play(_ line: TranscriptLine, by now: ChannelKind) throws(CodingFault) {
        if now != kind { text.append(Talk.Action.on(now, from: nil, language: nil, at: nil).description) }
        kind = now
        let (action, turn) = try action(for: line)
        guard let turn else { return }
        let isPrivate = line.input.contains(NumberMask.sign)
        let later = try rehearsal.catchUp().map(\.turn)
        step = turn.step
        text += recorder.lines(for: action, [turn] + later, isPrivate: isPrivate)
    }

    /// What was done with the phone; nil where it led to nothing.
    private mutating func action(for line: TranscriptLine) throws(CodingFault) -> (Talk.Action, Turn?) {
        if line.understood.hasPrefix("hang-up") {
            return (.drop(isNoticed: true), try rehearsal.drop(from: Self.number))
        }
        guard kind == .ussd, line.isDial || !rehearsal.isInDialogue(Self.number) else {
            let action = Talk.Action.type(line.input, late: nil)
            guard !rehearsal.hidesAnswer(of: Self.number) else {
                text += recorder.lines(for: action, [], isPrivate: true)
                return (action, nil)
            }
            return (action, try rehearsal.send(line.input, by: kind, from: Self.number))
        }
        let digits = try rehearsal.kept(line.input, dialledBy: Self.number)
        return (.dial(pack.settings.code(dialling: digits)), try rehearsal.dial(digits, from: Self.number))
    }

    /// Lets the time go by that went by.
    private mutating func pass(until moment: Timestamp) throws(CodingFault) {
        let pause = moment - before
        before = max(before, moment)
        guard pause >= Self.shortPause else { return }
        let turns = try rehearsal.wait(seconds: Int(pause)).map(\.turn)
        text += recorder.lines(for: .wait(Int(pause)), turns)
    }

    private mutating func end(_ why: String) -> Bool {
        text.append(why)
        return false
    }
}

extension TranscriptLine {
    /// Whether a new USSD dialogue began.
    fileprivate var isDial: Bool {
        ["dialled", "resume?", "resumed", "restarted"].contains { understood.hasPrefix($0) }
    }

    /// Whether she did something: what time did by itself happens by itself.
    fileprivate var isHers: Bool {
        let isReminder = ["reminder", "no reminder"].contains { understood.hasPrefix($0) }
        return !input.isEmpty || !isReminder && (reply != nil || !understood.isEmpty)
    }
}

extension Pack {
    /// The fields of a person by which she agrees that something is kept about her.
    fileprivate var consentFields: [String] {
        (settings.consent?.references ?? []).compactMap { reference in
            reference.root == "person" ? reference.path.first : nil
        }
    }
}
