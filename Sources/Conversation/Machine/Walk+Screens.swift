import Expressions
import Telephony

extension Walk {
    /// Shows what the session waits for, and ends the conversation when its last page is shown.
    mutating func present() {
        guard let current = session, let step else { return }
        do {
            let pages = try pages()
            let page = min(max(current.wait.page, 0), pages.count - 1)
            session?.wait.page = page
            let isLast = !step.verb.asks && current.wait.mode == .answer && page == pages.count - 1
            if isLast, !isUnseen { return close(with: pages[page]) }
            turn.reply = Reply(text: pages[page], ends: isLast)
        } catch {
            flag(.expression, error.message)
            apologise()
        }
    }

    /// The last screen; the session is over.
    mutating func close(with text: String) {
        if let address = session?.frames.last?.step { turn.step = address }
        if let dialogue = session?.dialogue, channel.kind == .ussd {
            turn.person.ended = EndedDialogue(id: dialogue.id, mark: dialogue.mark, at: now)
        }
        session = nil
        turn.outcome = turn.outcome ?? .finished
        turn.reply = Reply(text: text, ends: true)
    }

    /// Content failed: the pack's apology with a way on; the step can be tried again.
    mutating func apologise() {
        session?.wait = Wait(mode: .apology)
        said = ""
        turn.reply = Reply(text: (try? cut(builtIn(.apology), []))?.first ?? builtIn(.apology), ends: false)
    }

    /// The pages of what is waited for, each of which fits the channel.
    func pages() throws(EvaluationFault) -> [String] {
        guard let session, let step else { return [""] }
        switch session.wait.mode {
        case .resume: return try cut(builtIn(.resume), [])
        case .apology: return try cut(builtIn(.apology), [])
        case .request: return try cut(builtIn(.wait), [])
        case .list(let ids): return try cut(head(of: step), listed(ids).map(label))
        case .confirm(let value): return try cut(confirmation(of: value), [])
        case .language:
            let options = pack.languages.enumerated().map { pack.line($0 + 1, $1.name) }
            return try cut(builtIn(.language), options)
        case .answer, .staff:
            let lines = try options(of: step).map { (option) throws(EvaluationFault) in try label(option) }
            return try cut(head(of: step), lines + (offersEnough ? [pack.enoughLine(builtIn(.enough))] : []))
        }
    }

    func cut(_ text: String, _ options: [String]) throws(EvaluationFault) -> [String] {
        let limit = pack.limit(on: channel.kind, of: channel.limit)
        let text = showingCode(text)
        let navigation = pack.navigation(more: builtIn(.more), back: builtIn(.back))
        do {
            return try Pages.split(text: text, options: options, limit: limit, navigation: navigation)
        } catch {
            throw EvaluationFault("the screen cannot be cut into pages: \(error)")
        }
    }

    /// The text above the options: what was said and the question, or the help after an answer that was not understood.
    private func head(of step: Step) throws(EvaluationFault) -> String {
        guard let wait = session?.wait else { return "" }
        let (question, retry) = wording(of: step)
        guard wait.misses > 0, let retry else {
            let text = try question.map { (text) throws(EvaluationFault) in try render(text) } ?? ""
            return wait.said.isEmpty ? text : text.isEmpty ? wait.said : wait.said + "\n" + text
        }
        if !retry.isEmpty { return try render(retry[min(wait.misses, retry.count) - 1]) }
        if session?.wait.mode != .answer { return builtIn(.retryMenu) }
        if case .menu = step.verb { return builtIn(.retryMenu) }
        let text = try question.map { (text) throws(EvaluationFault) in try render(text) } ?? ""
        return builtIn(.retryAnswer) + "\n" + text
    }

    /// A step's question and its retries; nil retries where nothing is asked.
    private func wording(of step: Step) -> (question: LocalizedText?, retry: [LocalizedText]?) {
        if case .list = session?.wait.mode { return (heading(of: step), []) }
        return switch step.verb {
        case .menu(let menu): (menu.text, menu.retry)
        case .ask(let ask): (ask.text, ask.retry)
        case .end(let text): (text, nil)
        case .say, .branch, .set, .call, .send, .refer, .check, .find, .remind, .request: (nil, nil)
        }
    }

    /// The options that a step offers now. Numbers are places in the file, so they never move.
    func options(of step: Step) -> [Option] {
        let options = step.verb.options
        guard options.contains(where: { $0.when != nil }) else { return options }
        return options.filter { option in
            guard let when = option.when else { return true }
            return evaluation.evaluate(when).isTrue ?? false
        }
    }

    private func label(_ option: Option) throws(EvaluationFault) -> String {
        pack.line(option.number, try render(option.label))
    }

    private func confirmation(of value: Value) throws(EvaluationFault) -> String {
        let scope = DictionaryScope(["answer": shown(value)])
        let evaluation = Evaluation(
            scope: scope, now: now, utcOffset: utcOffset, language: pack.languages[language].tag)
        return try evaluation.render(pack.texts[.confirm].version(language))
    }
}
