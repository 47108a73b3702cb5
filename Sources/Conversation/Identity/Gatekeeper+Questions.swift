import Entitlements
import Expressions

/// What the gate asks, and how answers to it are read.
extension Gatekeeper {
    /// The page that is shown of what is asked.
    mutating func screen() -> String {
        let pages = pages()
        gate.page = min(max(gate.page, 0), pages.count - 1)
        return pages[gate.page]
    }

    private mutating func pages() -> [String] {
        let pages: [String]?
        switch gate.stage {
        case .known: pages = try? walk.cut(walk.builtIn(.gateKnown), [])
        case .who:
            let isPush = channel.kind == .sms && !gate.isAsking && !gate.waiting.isEmpty
            pages = try? walk.cut(walk.builtIn(isPush ? .whoMessage : .who), whoLines())
        case .locked: pages = try? walk.cut(walk.builtIn(.gateLocked), [])
        case .language:
            let options = walk.pack.languages.enumerated().map { walk.pack.line($0 + 1, $1.name) }
            pages = try? walk.cut(walk.builtIn(.language), options)
        case .pin: pages = try? walk.cut(walk.builtIn(attempts.wrong == 0 ? .gatePin : .gateAgain), [])
        case .fact(let name): pages = walk.pack.question(for: name).flatMap { questionPages(at: $0) }
        }
        guard let pages, !pages.isEmpty else {
            returnToStart()
            return [walk.builtIn(state.firstStage == .who ? .who : .gateKnown)]
        }
        return pages
    }

    /// The question of a fact, asked of someone of whom nothing is known.
    private mutating func questionPages(at place: Int) -> [String]? {
        let said = walk.builtIn(attempts.wrong == 0 ? .gateCheck : .gateAgain)
        walk.session = Session(
            revision: walk.pack.revision, language: walk.pack.languages[walk.language].tag, kind: channel.kind,
            startedAt: now, lastAt: now, frames: [Frame(id: 0, step: walk.pack.steps[place].address)], nextFrame: 1,
            wait: Wait(said: said, misses: gate.misses))
        return try? walk.pages()
    }

    /// Reads an answer to what is asked.
    mutating func read(_ typed: String, _ folded: String) -> Turn {
        if turnedPage(folded) { return asked("page") }
        if walk.pack.commands[folded] == .language {
            gate.turn(to: .language)
            return asked("word language")
        }
        if folded == walk.pack.keys.back || walk.pack.commands[folded] == .back {
            returnToStart()
            return asked("back")
        }
        switch gate.stage {
        case .known: return readKnown(folded)
        case .who: return readWho(folded)
        case .locked: return readLocked(folded)
        case .language: return readLanguage(folded)
        case .pin: return readPIN(typed, folded)
        case .fact(let name): return readFact(name, typed, folded)
        }
    }

    private mutating func turnedPage(_ folded: String) -> Bool {
        let count = pages().count
        guard count > 1 else { return false }
        if folded == walk.pack.keys.more, gate.page < count - 1 {
            gate.page += 1
        } else if folded == walk.pack.keys.back, gate.page > 0 {
            gate.page -= 1
        } else {
            return false
        }
        return true
    }

    private mutating func readKnown(_ folded: String) -> Turn {
        switch YesNoWords.reading(folded) {
        case false?: return begun()
        case true? where state.isShared:
            gate.turn(to: .who)
            return asked("yes")
        case true?:
            guard snapshot.person.hasSecrets else { return opened() }
            guard let stage = nextProof else { return begun() }
            gate.turn(to: stage)
            return asked("yes")
        case nil:
            gate.misses += 1
            return asked("retry")
        }
    }

    private mutating func readLocked(_ folded: String) -> Turn {
        if gate.chosen == nil, !gate.attempts.isLocked(at: now) { return asked("asked again") }
        switch MenuReading.number(folded) {
        case 1: return begunAnew()
        case 2: return closed("later", saying: walk.builtIn(.goodbye), ends: true)
        default: return asked("locked")
        }
    }

    private mutating func readLanguage(_ folded: String) -> Turn {
        let languages = walk.pack.languages
        let place =
            MenuReading.number(folded).map { $0 - 1 } ?? languages.firstIndex { Folding.fold($0.name) == folded }
        if let place, languages.indices.contains(place) {
            gate.language = languages[place].tag
            walk.language = place
        }
        returnToStart()
        return asked("language")
    }

    private mutating func readFact(_ name: String, _ typed: String, _ folded: String) -> Turn {
        guard let place = walk.pack.question(for: name) else {
            returnToStart()
            return asked("the question is gone")
        }
        switch answers(typed, folded, to: walk.pack.steps[place], of: name) {
        case nil:
            gate.misses += 1
            return asked("retry")
        case let values?:
            return values.contains(where: { matches($0, name) }) ? opened() : missed()
        }
    }

    private mutating func readPIN(_ typed: String, _ folded: String) -> Turn {
        guard let pin = candidate?.pin, let findings = snapshot.findings else {
            returnToStart()
            return asked("no PIN")
        }
        guard case .value(.text(let digits)) = walk.reader(AnswerRule(type: .pin)).read(typed) else {
            gate.misses += 1
            return asked("retry")
        }
        guard let stretched = findings.stretched[pin.salt] else {
            need = .stretch(pin: digits, salts: [pin.salt])
            return closed("", saying: nil)
        }
        return pin.matches(stretched) ? opened() : missed()
    }

    /// One wrong answer more: another question, or none for a while.
    private mutating func missed() -> Turn {
        attempts.fail(at: now, by: settings)
        guard attempts.isLocked(at: now) else {
            nextProof.map { gate.turn(to: $0) }
            return asked("no match")
        }
        gate.turn(to: .locked)
        return asked("no match, locked")
    }

    /// What was answered, every place that could be meant; nil when it is no answer, and nothing for "I do not know".
    private func answers(_ typed: String, _ folded: String, to step: Step, of name: String) -> [Value]? {
        switch step.verb {
        case .ask(let ask):
            switch walk.reader(ask.answer).read(typed) {
            case .value(let value): return [value]
            case .several(let codes): return codes.map(Value.text)
            case .unknown: return []
            case .miss: return nil
            }
        case .menu(let menu):
            guard case .option(let place, _) = MenuReading(folded, among: menu.options) else { return nil }
            let option = menu.options[place]
            if let change = option.set.last(where: { $0.target.isField(name) }) {
                return [walk.evaluation.evaluate(change.value)]
            }
            return menu.save?.isField(name) == true ? [.text(option.value)] : []
        case .say, .branch, .set, .call, .send, .refer, .check, .find, .remind, .request, .end: return nil
        }
    }
}

// The only look at her record.
extension Gatekeeper {
    /// Whether an answer is what she once answered.
    private func matches(_ value: Value, _ name: String) -> Bool {
        candidate?.fields[name] == value
    }

    /// What she is told from a stranger by: her PIN, else a field of those that she has answered and that there is a
    /// question for, another after each wrong answer.
    var nextProof: Gate.Stage? {
        guard let candidate else { return nil }
        if candidate.pin != nil { return .pin }
        let asked = settings.check.filter { candidate.fields[$0] != nil && walk.pack.question(for: $0) != nil }
        return asked.isEmpty ? nil : .fact(asked[attempts.wrong % asked.count])
    }
}

extension Person {
    /// Whether anything is known of her that a stranger must not see or inherit.
    var hasSecrets: Bool { !fields.isEmpty || pin != nil }
}

extension Target {
    /// Whether it keeps a field of the person, or the fact of that name.
    fileprivate func isField(_ name: String) -> Bool {
        switch self {
        case .answer(let own), .person(let own): own == name
        case .language, .pin, .sharing: false
        }
    }
}

extension Gate.Stage {
    /// Whether what is typed must not be kept.
    package var isSecret: Bool {
        switch self {
        case .fact, .pin: true
        case .known, .locked, .language, .who: false
        }
    }
}

extension Pack {
    /// The step that asks for a field of the person: the fact of that name, else the first question that keeps it.
    package func question(for field: String) -> Int? {
        if let place = rules.facts[field].flatMap({ places[$0.step] }) { return place }
        return steps.firstIndex { step in
            switch step.verb {
            case .ask(let ask): ask.save == .person(field)
            case .menu(let menu): menu.save == .person(field)
            case .say, .branch, .set, .call, .send, .refer, .check, .find, .remind, .request, .end: false
            }
        }
    }
}
