import Entitlements
import Expressions
import Telephony

/// Plays a talk against a pack and says where they differ.
package struct TalkRun: Sendable {
    /// How many lines of the conversation a failure tells of.
    private static let linesBefore = 3

    let pack: Pack
    /// Whether a new screen is a correction and no failure.
    let accepts: Bool
    var rehearsal: Rehearsal
    var report = TalkReport()
    private var phones: [String: TalkPhone] = [:]
    private(set) var number = "+10000000000"
    /// When the SMS comes that was written last, as long as nothing was done since.
    private var arrival: Timestamp?
    /// What was done and looked at, in the notation of talks.
    private var conversation: [String] = []
    private var line: Int

    private init(_ talk: Talk, pack: Pack, accepts: Bool) {
        self.pack = pack
        self.accepts = accepts
        line = talk.line
        let machine = ConversationMachine(packs: ConversationMachine.Packs(current: pack))
        rehearsal = Rehearsal(machine: machine, now: Timestamp(milliseconds: 0))
    }

    /// Plays one talk.
    ///
    /// - Parameter accepts: Whether a screen that differs is taken for the right one and reported as a correction.
    package static func play(_ talk: Talk, in pack: Pack, accepts: Bool = false) -> TalkReport {
        var run = TalkRun(talk, pack: pack, accepts: accepts)
        for line in talk.lines where run.report.failures.isEmpty { run.play(line) }
        if run.report.failures.isEmpty { run.finish() }
        return run.report
    }

    /// The phone in hand.
    var phone: TalkPhone {
        get { phones[number] ?? TalkPhone(kind: .ussd) }
        set { phones[number] = newValue }
    }

    private mutating func play(_ line: Talk.Line) {
        self.line = line.number
        do {
            switch line.action {
            case .see, .seeAnything, .expect: try waitForMessage()
            default: arrival = nil
            }
            try take(line.action)
        } catch {
            fail("the session could not be kept: \(error)")
        }
    }

    private mutating func take(_ action: Talk.Action) throws(CodingFault) {
        switch action {
        case .on(let kind, let from, let language, let at): try turn(to: kind, from, language, at)
        case .from(let other): pickUp(other)
        case .have(let field, let value): know(field, value)
        case .dial(let code): try dial(code)
        case .begin: try begin()
        case .type(let text, let late): try type(text, late: late)
        case .wait(let seconds): try wait(until: rehearsal.now + Int64(seconds))
        case .drop(let isNoticed): try drop(isNoticed: isNoticed)
        case .gone: try reportGone()
        case .changed(let rule): change(rule)
        case .decide(let isApproved): decide(isApproved: isApproved)
        case .close: try close()
        case .duplicate: try duplicate()
        case .respond(let answer): try respond(answer)
        case .see(let screen): see(screen)
        case .seeAnything: note("< \(Talk.Screen(phone.look()))")
        case .expect(let expectation): expect(expectation)
        }
        switch action {
        case .see, .seeAnything, .expect, .have: break
        default:
            note(action.description)
            try catchUp()
        }
    }
}

// What is done.
extension TalkRun {
    private mutating func turn(
        to kind: ChannelKind, _ from: String?, _ language: String?, _ at: Talk.LocalTime?
    ) throws(CodingFault) {
        if let from { pickUp(from) }
        phone.kind = kind
        if let at {
            let moment = at.timestamp(utcOffset: pack.settings.utcOffset)
            guard moment >= rehearsal.now else { return fail("time does not go back: it was later than \(at) before") }
            try wait(until: moment)
        }
        if let language { know(language: language) }
    }

    private mutating func pickUp(_ other: String) {
        let kind = phone.kind
        number = other
        if phones[number] == nil { phone.kind = kind }
    }

    private mutating func change(_ rule: String) {
        guard pack.rules.rules[rule] != nil else { return fail("the pack has no rule '\(rule)'") }
        rehearsal.change(rule)
    }

    private mutating func dial(_ code: String) throws(CodingFault) {
        guard let digits = pack.settings.digits(in: code) else {
            return fail("'\(code)' leads elsewhere: the pack's code is \(pack.settings.code)")
        }
        expectNothingUnseen()
        phone.kind = .ussd
        phone.beginTurns()
        let turn = try rehearsal.dial(digits, from: number)
        take(turn, .ussd, of: number, wasAt: turn.lastQuestion(in: pack))
    }

    private mutating func begin() throws(CodingFault) {
        if phone.kind == .ussd { return try dial(pack.settings.code) }
        guard let word = pack.firstWord else {
            return fail("no word of the pack starts its first flow: write one with '>'")
        }
        try type(word, late: nil)
    }

    private mutating func type(_ text: String, late: Int?) throws(CodingFault) {
        expectNothingUnseen()
        if let late {
            guard phone.kind == .sms else { return fail("only an SMS can come late: write 'on sms' before") }
            rehearsal.send(text, from: number, arrivingIn: late)
            arrival = rehearsal.now + Int64(late)
            return
        }
        guard phone.kind == .sms || rehearsal.isInDialogue(number) else {
            return fail("there is no USSD dialogue to type into: dial before, or write 'on sms'")
        }
        phone.beginTurns()
        take(try rehearsal.send(text, by: phone.kind, from: number), phone.kind, of: number, wasAt: phone.step)
    }

    private mutating func drop(isNoticed: Bool) throws(CodingFault) {
        guard rehearsal.isInDialogue(number) else { return fail("there is no USSD dialogue that could break") }
        phone.shown = ""
        guard let turn = try rehearsal.drop(from: number, isNoticed: isNoticed) else { return }
        phone.beginTurns()
        take(turn, .ussd, of: number, wasAt: "")
    }

    private mutating func reportGone() throws(CodingFault) {
        phone.beginTurns()
        take(try rehearsal.reportGone(number), phone.kind, of: number, wasAt: "")
    }

    private mutating func decide(isApproved: Bool) {
        guard let turn = rehearsal.decide(on: number, isApproved: isApproved) else {
            return fail("staff have no record to bring here: nobody asked, or it is not clear whose record it is")
        }
        phone.beginTurns()
        take(turn, .sms, of: number, wasAt: "")
    }

    private mutating func close() throws(CodingFault) {
        guard let turn = try rehearsal.close(on: number) else {
            return fail("there is no conversation on this phone that staff could end")
        }
        phone.beginTurns()
        take(turn, phone.kind, of: number, wasAt: "")
    }

    /// The provider did not get the answer, so she did not see it: the one to the repeated request takes its place.
    private mutating func duplicate() throws(CodingFault) {
        guard let turn = try rehearsal.repeatRequest(from: number) else {
            return fail("there is no request that could be repeated")
        }
        if !phone.unseen.isEmpty { phone.unseen.removeLast() }
        phone.beginTurns()
        take(turn, phone.kind, of: number, wasAt: "")
    }

    private mutating func respond(_ answer: SystemAnswer) throws(CodingFault) {
        guard let happening = try rehearsal.respond(answer, to: number) else {
            return fail("no system is asked that could answer")
        }
        phone.beginAnswer()
        take(happening.turn, happening.kind, of: number, wasAt: "")
    }

    private mutating func wait(until moment: Timestamp) throws(CodingFault) {
        let happenings = try rehearsal.wait(until: moment)
        for number in phones.keys { phones[number]?.beginTurns() }
        for happening in happenings {
            let place = phones[happening.number]?.step ?? ""
            take(happening.turn, happening.kind, of: happening.number, wasAt: place)
        }
    }

    /// What was done may end a dialogue that SMS were held for, and show on other phones.
    private mutating func catchUp() throws(CodingFault) {
        guard arrival == nil else { return }
        var begun: Set = [number]
        for happening in try rehearsal.catchUp() {
            if begun.insert(happening.number).inserted { phones[happening.number]?.beginTurns() }
            let place = phones[happening.number]?.step ?? ""
            take(happening.turn, happening.kind, of: happening.number, wasAt: place)
        }
    }

    /// A late SMS that nothing was done after is waited for.
    private mutating func waitForMessage() throws(CodingFault) {
        guard let arrival else { return }
        self.arrival = nil
        try wait(until: arrival)
    }

    private mutating func take(_ turn: Turn, _ kind: ChannelKind, of number: String, wasAt place: String) {
        report.walked.add(turn, on: kind, wasAt: place, in: pack)
        phones[number]?.take(turn)
        // That a system does not answer is no fault of the pack: there is a way on for it.
        for flag in turn.flags where flag.kind != .request { fail("step \(flag.step): \(flag.detail)") }
        if let text = turn.reply?.text, let limit = pack.settings.screen[kind], !limit.fits(text) {
            fail("the screen does not fit \(limit): \(Talk.Screen(text))")
        }
        guard let limit = pack.settings.screen[.sms] else { return }
        for text in turn.messages where !limit.fits(text) {
            fail("the SMS does not fit \(limit): \(Talk.Screen(text))")
        }
    }

    private mutating func finish() {
        for number in phones.keys.sorted() {
            self.number = number
            expectNothingUnseen()
        }
        if rehearsal.hasMessageOnTheWay { fail("a late SMS has not come yet: let time go by with 'wait'") }
    }
}

// What is noticed.
extension TalkRun {
    /// Where in the talk we are.
    var place: TalkReport.Place {
        TalkReport.Place(line: line, step: phone.step, before: conversation.suffix(Self.linesBefore))
    }

    mutating func fail(_ reason: TalkReport.Reason) {
        report.failures.append(TalkReport.Failure(place: place, reason: reason))
    }

    mutating func fail(_ sentence: String) {
        fail(.fault(sentence))
    }

    /// Keeps a line of the conversation for whoever has to look at a failure behind it.
    mutating func note(_ line: String) {
        conversation.append(line)
    }

    private mutating func expectNothingUnseen() {
        guard let shown = phone.unseen.first else { return }
        phone.unseen = []
        fail(.unseen(shown))
    }
}
