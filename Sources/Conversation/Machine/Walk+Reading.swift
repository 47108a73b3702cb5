import Directory
import Expressions

extension Walk {
    /// Reads one answer in whatever way the session waits for it.
    mutating func read(_ typed: String) {
        touch()
        trail.way = nil
        if isWithStaff { return readForStaff(Folding.fold(typed)) }
        let isUnshown = session?.wait.page == Wait.notShown
        if typed.isEmpty || isUnshown {
            note(typed.isEmpty ? "nothing typed" : "not read")
            return isUnshown && isWordless ? resume() : present()
        }
        let plain = Folding.fold(typed)
        let folded = plain.isEmpty ? typed : plain  // a key may be `*` or `#`
        switch session?.wait.mode {
        case .answer: readAnswer(typed, folded)
        case .resume: readResume(folded)
        case .confirm(let value): readConfirmation(value, folded)
        case .language: readLanguage(folded)
        case .apology: readApology(folded)
        case .request: if !turnedPage(folded), !readKey(folded), !readWord(folded) { present() }
        case .list(let ids): readPick(ids, folded)
        case .staff, nil: break
        }
    }

    /// Notes for staff how the input was understood.
    mutating func note(_ understood: String) {
        turn.understood = turn.understood.isEmpty ? understood : turn.understood + ", " + understood
    }

    private mutating func readAnswer(_ typed: String, _ folded: String) {
        guard let step, !turnedPage(folded) else { return }
        switch step.verb {
        case .menu(let menu): readChoice(menu, options(of: step), folded)
        case .ask(let ask): readReply(ask, typed, folded)
        case .say, .branch, .set, .call, .send, .refer, .check, .find, .remind, .request, .end:
            if !readKey(folded), !readWord(folded) { present() }
        }
    }

    /// `9` and `0` turn pages while there are pages to turn.
    mutating func turnedPage(_ folded: String) -> Bool {
        guard let page = session?.wait.page, page > 0 || folded == pack.keys.more else { return false }
        guard let count = try? pages().count, count > 1 else { return false }
        if folded == pack.keys.more, page < count - 1 {
            session?.wait.page = page + 1
        } else if folded == pack.keys.back, page > 0 {
            session?.wait.page = page - 1
        } else {
            return false
        }
        note("page \((session?.wait.page ?? 0) + 1)")
        present()
        return true
    }

    private mutating func readChoice(_ menu: Menu, _ options: [Option], _ folded: String) {
        switch MenuReading(folded, among: options) {
        case .option(let place, let how):
            if how.isGuess, pack.commands[folded] != nil, readWord(folded) { return }
            take(options[place], by: how, keptAs: menu.save)
        case .miss:
            if !readEnough(folded), !readKey(folded), !readWord(folded) { miss(menu.retry.count, menu.otherwise) }
        }
    }

    /// An option that was chosen.
    ///
    /// - Parameter target: Where its value is kept, before what it sets.
    mutating func take(_ option: Option, by how: MenuReading.How, keptAs target: Target? = nil) {
        note(how == .number ? "option \(option.number)" : "option \(option.number) by \(how.rawValue)")
        turn.choice = option.number
        if option.go != .back { remember() }
        if let target { assign(.text(option.value), to: target) }
        apply(option.set)
        proceed(leave(by: "\(option.number)", option.go))
    }

    private mutating func readReply(_ ask: Ask, _ typed: String, _ folded: String) {
        let reading = reader(ask.answer).read(typed)
        let isBounded = ask.answer.from != nil
        if !isBounded || reading == .miss || folded == pack.keys.home, readKey(folded) { return }
        switch reading {
        case .value(let value):
            take(value, of: ask)
        case .several(let ids):
            note("\(ids.count) places")
            session?.wait = Wait(mode: .list(ids))
            present()
        case .unknown:
            note("do not know")
            keep(.null, of: ask)
        case .miss:
            if !readEnough(folded), !readWord(folded) { miss(ask.retry.count, ask.otherwise) }
        }
    }

    /// An answer that was understood: it counts, or is confirmed first.
    mutating func take(_ value: Value, of ask: Ask) {
        if use(value, of: ask) { return }
        let isHidden = ask.hidesAnswer || hasTypedCode
        note(isHidden ? "\(value.typeName), private" : "\(value.typeName) \(ClaimCode.hidden(in: value.text))")
        if ask.confirms {
            session?.wait = Wait(mode: .confirm(value))
            return present()
        }
        keep(value, of: ask)
    }

    func reader(_ rule: AnswerRule) -> AnswerReader {
        AnswerReader(
            rule: rule, unknownKey: pack.keys.unknown, bound: { evaluation.evaluate($0) },
            country: pack.settings.country, place: { pack.directory.reading(of: $0) },
            today: now.date(utcOffset: utcOffset), languages: pack.languages)
    }

    private mutating func keep(_ value: Value, of ask: Ask) {
        session?.wait.mode = .answer
        remember()
        assign(value, to: ask.save)
        proceed(leave(by: "go", ask.go))
    }

    /// Not understood: more help each time, then the way out.
    mutating func miss(_ retries: Int, _ otherwise: Go?) {
        let misses = (session?.wait.misses ?? 0) + 1
        note("retry \(misses)")
        guard misses > max(retries, 2) else {
            session?.wait.misses = misses
            session?.wait.page = 0
            return present()
        }
        session?.wait.misses = 0
        guard let way = otherwise ?? (pack.otherwise ?? pack.destinations[.person]).map(Go.step) else {
            return present()
        }
        if way != .back { remember() }
        if otherwise != nil { trail.way = if case .find? = step?.verb { "none" } else { "otherwise" } }
        proceed(way)
    }

    private mutating func readResume(_ folded: String) {
        if turnedPage(folded) { return }
        switch MenuReading.number(folded) {
        case 1:
            note("continue")
            resume()
        case 2:
            note("start again")
            begin(at: machine.packs.current.start, dialogue: session?.dialogue)
        default:
            if !readWord(folded) { present() }
        }
    }

    /// Goes on where she left; a step that failed, or whose answer from another system she did not wait for, has
    /// nothing to show and is tried again.
    mutating func resume() {
        session?.wait.mode = .answer
        if let step, !step.verb.asks && session?.wait.said.isEmpty == true || step.verb.isTakenAnew,
            let place = pack.places[step.address]
        {
            said = session?.wait.said ?? ""
            return proceed(.step(place))
        }
        present()
    }

    private mutating func readConfirmation(_ value: Value, _ folded: String) {
        guard let step, case .ask(let ask) = step.verb else { return present() }
        if turnedPage(folded) { return }
        switch folded == pack.keys.back ? false : YesNoWords.reading(folded) {
        case true?:
            note("confirmed")
            keep(value, of: ask)
        case false?:
            note("not confirmed")
            session?.wait.mode = .answer
            present()
        case nil:
            if !readKey(folded), !readWord(folded) { present() }
        }
    }

    private mutating func readLanguage(_ folded: String) {
        if turnedPage(folded) { return }
        let place =
            MenuReading.number(folded).map { $0 - 1 } ?? pack.languages.firstIndex { Folding.fold($0.name) == folded }
        if let place, pack.languages.indices.contains(place) {
            note("language \(pack.languages[place].tag)")
            choose(language: pack.languages[place].tag)
            session?.wait.said = ""
        }
        resume()
    }

    private mutating func readApology(_ folded: String) {
        if turnedPage(folded) || readKey(folded) || readWord(folded) { return }
        session?.wait.mode = .answer
        guard MenuReading.number(folded) == 2, let place = pack.destinations[.person] ?? pack.otherwise else {
            guard let address = session?.frames.last?.step, let place = pack.places[address] else {
                return proceed(.home)
            }
            return proceed(.step(place))
        }
        note("person")
        proceed(.step(place))
    }
}
