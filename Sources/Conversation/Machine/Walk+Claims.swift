import Expressions

/// PINs, and records that are brought from another number.
extension Walk {
    /// The most records at one number that a PIN is compared with.
    private static let mostHolders = 4

    /// The code that this turn shows, if it shows one.
    var claimCode: ClaimCode { ClaimCode(random: dice) }

    /// What texts read as `claim`.
    static func claimObject(_ settings: IdentitySettings) -> Object {
        Object([
            ("code", .text(ClaimCode.placeholder)), ("days", .number(settings.codeDays)),
            ("objection_days", .number(settings.objectionDays)),
        ])
    }

    /// A text as it is shown: with the code where its placeholder stands.
    func showingCode(_ text: String) -> String {
        guard ClaimCode.mayStand(in: text, as: ClaimCode.placeholder), text.contains(ClaimCode.placeholder) else {
            return text
        }
        let pieces = text.split(separator: ClaimCode.placeholder, omittingEmptySubsequences: false)
        return pieces.joined(separator: claimCode.text)
    }

    /// Notes that a code was shown, so that it is kept as a digest and by no transcript.
    func offering(_ turn: Turn) -> Turn {
        var turn = turn
        turn.messages = turn.messages.map(showingCode)
        let texts = ([turn.reply?.text].compactMap(\.self) + turn.messages)
            .filter { ClaimCode.mayStand(in: $0, as: ClaimCode.sign) }
        guard !dice.isEmpty, !texts.isEmpty else { return turn }
        let code = claimCode
        guard texts.contains(where: { $0.contains(code.text) }) else { return turn }
        let lifetime = Int64(pack.settings.identity.codeDays) * 86_400
        turn.offer = OfferedCode(digits: code.digits, expiresAt: now + lifetime)
        turn.secrets = [code.text]
        return turn
    }

    /// Uses a secret answer where the question says so. Returns whether it did.
    mutating func use(_ value: Value, of ask: Ask) -> Bool {
        guard case .text(let text) = value else { return false }
        switch (ask.answer.type, ask.answer.of) {
        case (.claimCode, _): claim(byCode: text, ask)
        case (.pin, let of?): claim(byPIN: text, of: evaluate(of), ask)
        case (.pin, nil) where ask.save == .pin: choose(pin: text, ask)
        default: return false
        }
        return true
    }

    /// Keeps a PIN that she chose, once it is stretched.
    private mutating func choose(pin: String, _ ask: Ask) {
        let salt = Array(dice.suffix(PIN.saltLength))
        guard !PIN.isEasy(pin), let findings, salt.count == PIN.saltLength else {
            return miss(ask.retry.count, ask.otherwise)
        }
        guard let hash = findings.stretched[salt] else { return need(.stretch(pin: pin, salts: [salt])) }
        note("PIN chosen")
        turn.person.pin = PIN(salt: salt, hash: hash)
        goOn(ask)
    }

    private mutating func claim(byCode digits: String, _ ask: Ask) {
        guard let findings else { return miss(ask.retry.count, ask.otherwise) }
        if attempts.isLocked(at: now) { return conclude(.locked, ask) }
        switch findings.code {
        case nil: need(.code(digits))
        case .nobody?: fail(ask)
        case .of(let holder, let code)?: bring(holder, code, ask)
        }
    }

    private mutating func claim(byPIN pin: String, of number: Value, _ ask: Ask) {
        guard let findings, case .text(let number) = number else { return miss(ask.retry.count, ask.otherwise) }
        if attempts.isLocked(at: now) { return conclude(.locked, ask) }
        guard let holders = findings.holders else { return need(.holders(number: number)) }
        let candidates = holders.filter { $0.person.pin != nil }.prefix(Self.mostHolders)
        // Where there is no record one PIN is stretched all the same: the time it takes must not tell.
        let own = candidates.compactMap(\.person.pin?.salt)
        let salts = own.isEmpty ? [Array(dice.suffix(PIN.saltLength))] : own
        guard salts.allSatisfy({ findings.stretched[$0] != nil }) else {
            return need(.stretch(pin: pin, salts: salts))
        }
        let open = candidates.filter { $0.person.pin?.attempts.isLocked(at: now) == false }
        let right = open.first { holder in
            holder.person.pin.map { $0.matches(findings.stretched[$0.salt] ?? []) } ?? false
        }
        if let right { return bring(right, nil, ask) }
        turn.mistakes = open.filter { $0.id != holder }.map { holder in
            var person = holder.person
            person.pin?.attempts.fail(at: now, by: settings)
            return Mistake(holder: holder.id, person: person)
        }
        fail(ask)
    }

    private var settings: IdentitySettings { machine.packs.current.settings.identity }

    private mutating func fail(_ ask: Ask) {
        attempts.fail(at: now, by: settings)
        conclude(attempts.isLocked(at: now) ? .locked : .wrong, ask)
    }

    /// Her record comes here, unless it is here already.
    private mutating func bring(_ holder: Holder, _ code: Int64?, _ ask: Ask) {
        guard holder.id != self.holder else { return conclude(.done, ask) }  // one's own code pays for no guesses
        attempts = Attempts()
        let language = pack.place(of: holder.person.language)
        var record = holder.person
        record.pin?.attempts = Attempts()
        turn.person = record.merging(turn.person)
        turn.move = .claim(Claim(holder: holder.id, code: code))
        turn.notice = pack.texts[.claimNotice].version(language).literal
        turn.objection = machine.packs.current.objection(in: holder.person.language, at: now)
        conclude(.done, ask)
    }

    /// Asks staff for the record of a number, once at a time; each time counts as a try.
    mutating func plead(for number: Value, _ caseNumber: Int) -> Plea.Outcome {
        guard case .text(let number) = number, !attempts.isLocked(at: now) else { return .locked }
        if let holder {
            guard let isWaiting = findings?.isWaiting else {
                need(.plea(of: holder))
                return .waiting
            }
            if isWaiting { return .waiting }
        }
        attempts.fail(at: now, by: settings)
        note("asked for a record")
        turn.plea = Plea(number: number, caseNumber: caseNumber)
        return .asked
    }

    private mutating func conclude(_ outcome: Claim.Outcome, _ ask: Ask) {
        note("claim \(outcome.rawValue)")
        session?.wait.mode = .answer
        remember()
        assign(.text(outcome.rawValue), to: ask.save)
        proceed(leave(by: "go", ask.go))
    }

    private mutating func goOn(_ ask: Ask) {
        session?.wait.mode = .answer
        remember()
        proceed(leave(by: "go", ask.go))
    }

    /// The turn cannot be made without something; what was made of it so far is thrown away.
    mutating func need(_ need: Need) {
        turn.need = need
    }
}
