import Directory
import Expressions
import Telephony

/// Offices that are searched, places that are asked back, and the choice from a list of either.
extension Walk {
    /// Searches the directory: nothing found leads away, one is taken, several are listed.
    mutating func search(_ find: Find) -> Go? {
        let offices = offices(of: find)
        switch offices.count {
        case 0:
            note("nothing found")
            return leave(by: "none", find.none)
        case 1:
            keep(offices[0])
            return leave(by: "go", find.go)
        default:
            wait(for: .list(offices.map(\.id)))
            return nil
        }
    }

    /// The best offices whose condition holds; on a live channel only real ones.
    private mutating func offices(of find: Find) -> [Service] {
        let code: String? = find.near.flatMap { near in
            if case .text(let code) = evaluate(near) { code } else { nil }
        }
        let found = pack.directory.services(
            find.kind, near: code, limit: find.condition == nil && !channel.isLive ? Find.most : Find.searched,
            on: now.date(utcOffset: utcOffset))
        return Array(
            found.filter { !($0.isSample && channel.isLive) && holds(find.condition, for: $0) }.prefix(Find.most))
    }

    private mutating func holds(_ condition: Expression?, for office: Service) -> Bool {
        guard let condition else { return true }
        let tag = pack.languages[language].tag
        let scope = OfficeScope(walk: WalkScope(self), office: .object(office.values(in: tag)))
        let evaluation = Evaluation(
            scope: scope, now: now, utcOffset: utcOffset, language: tag)
        let value = evaluation.evaluate(condition)
        if case .error(let fault) = value { flag(.expression, "\(condition.source): \(fault.message)") }
        return value.isTrue ?? false
    }

    private mutating func keep(_ office: Service) {
        note("office \(office.id)")
        guard let name = step?.name else { return }
        assign(.object(office.values(in: pack.languages[language].tag)), to: .answer(name))
    }

    /// The options of a list: of places and offices with "None of these" as the last, of what rules came to with those
    /// that the step itself offers.
    func listed(_ ids: [String]) -> [Option] {
        let options = ids.enumerated().map { index, id in option(index + 1, id) }
        if let step, case .check = step.verb { return options + self.options(of: step) }
        return options + [option(ids.count + 1, saying: pack.texts[.noneOfThese])]
    }

    private func option(_ number: Int, saying label: LocalizedText) -> Option {
        let words = label.versions.compactMap(\.literal).map(Folding.fold)
        return Option(number: number, label: label, words: words, value: "", go: .end)
    }

    private func option(_ number: Int, _ id: String) -> Option {
        if case .check(let check) = step?.verb { return option(number, saying: title(of: id, check)) }
        let names = pack.languages.map { name(of: id, in: $0.tag) }
        let label = LocalizedText(id: "list", versions: names.map(Template.init(literal:)))
        return Option(number: number, label: label, words: names.map(Folding.fold), value: id, go: .end)
    }

    private func name(of id: String, in tag: String) -> String {
        if case .find = step?.verb { return pack.directory.service(id)?.name(in: tag) ?? id }
        return pack.directory.region(id)?.label(in: tag) ?? id
    }

    /// What stands above a list.
    func heading(of step: Step) -> LocalizedText {
        switch step.verb {
        case .find(let find): find.heading ?? pack.texts[.which]
        case .check(let check): check.heading ?? pack.texts[.which]
        case .say, .menu, .ask, .branch, .set, .call, .send, .refer, .remind, .request, .end: pack.texts[.which]
        }
    }

    /// The answer to a list.
    mutating func readPick(_ ids: [String], _ folded: String) {
        guard let step, !turnedPage(folded) else { return }
        let options = listed(ids)
        switch MenuReading(folded, among: options) {
        case .option(let place, let how):
            if place >= ids.count, case .check = step.verb { return take(options[place], by: how) }
            note("option \(place + 1)")
            take(place < ids.count ? ids[place] : nil, at: step)
        case .miss:
            if readKey(folded) || readWord(folded) { return }
            if case .ask(let ask) = step.verb, readAgain(ask, folded) { return }
            miss(0, otherwise(of: step))
        }
    }

    /// A place that is typed again, more exactly, instead of being picked.
    private mutating func readAgain(_ ask: Ask, _ folded: String) -> Bool {
        guard case .one(let region) = pack.directory.reading(of: folded) else { return false }
        take(.text(region.code), of: ask)
        return true
    }

    private mutating func take(_ id: String?, at step: Step) {
        switch step.verb {
        case .find(let find):
            remember()
            if let office = id.flatMap(pack.directory.service) {
                keep(office)
                proceed(leave(by: "go", find.go))
            } else {
                proceed(leave(by: "none", find.none))
            }
        case .ask(let ask):
            if let id { return take(.text(id), of: ask) }
            session?.wait.mode = .answer
            miss(ask.retry.count, ask.otherwise)
        case .check(let check):
            if let id { choose(id, of: check) }
        case .say, .menu, .branch, .set, .call, .send, .refer, .remind, .request, .end:
            present()
        }
    }

    private func otherwise(of step: Step) -> Go? {
        switch step.verb {
        case .ask(let ask): ask.otherwise
        case .find(let find): find.none
        case .say, .menu, .branch, .set, .call, .send, .refer, .check, .remind, .request, .end: nil
        }
    }

    /// An answer in words, to be confirmed: a place by its name.
    func shown(_ value: Value) -> Value {
        guard case .text(let code) = value, case .ask(let ask)? = step?.verb, ask.answer.type == .place else {
            return value
        }
        return pack.directory.region(code).map { .text($0.label(in: pack.languages[language].tag)) } ?? value
    }
}

/// The flow's names, and the office whose condition is looked at.
private struct OfficeScope: Scope {
    let walk: WalkScope
    let office: Value

    func value(named name: String) -> Value? {
        name == Find.name ? office : walk.value(named: name)
    }
}
