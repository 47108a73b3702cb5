package import Expressions

/// How many questions several rules ask at once, counted over people who are made up.
package struct InquirySurvey: Sendable {
    /// People that are made up: enough for means that differ by less than a question from one set to another.
    package static let people = 60

    /// What one order of questions comes to, as means over all people.
    package struct Way: Sendable {
        /// Questions until no rule is open.
        package fileprivate(set) var questions = 0.0
        /// Rules that have something for her when no more may be asked.
        package fileprivate(set) var found = 0.0
    }

    /// How many rules there are.
    package let rules: Int
    /// How many facts they can use: what asking everything would come to.
    package let facts: Int
    /// The best question first.
    package private(set) var best = Way()
    /// What most rules ask for first.
    package private(set) var mostAsked = Way()

    /// - Parameter limit: Questions that may be asked.
    package init(of selection: RuleSelection, in book: RuleBook, limit: Int, at now: Timestamp, utcOffset: Int) {
        let rules = book.rules(in: selection)
        self.rules = rules.count
        let people = MadeUpPeople(for: rules, in: book, on: now.date(utcOffset: utcOffset))
        facts = people.facts.count
        for person in 0..<Self.people {
            let known = people.answers(of: person)
            let inquire = { (given: [String: Value]) in
                book.inquire(selection, { given[$0] }, at: now, utcOffset: utcOffset, language: "en")
            }
            best.add(known, limit, inquire) { $0.next }
            mostAsked.add(known, limit, inquire) { $0.mostAsked }
        }
    }
}

extension InquirySurvey.Way {
    /// Adds the talk of one person.
    fileprivate mutating func add(
        _ answers: [String: Value], _ limit: Int, _ inquire: ([String: Value]) -> Inquiry,
        next: (Inquiry) -> String?
    ) {
        var given: [String: Value] = [:]
        var inquiry = inquire(given)
        while let fact = next(inquiry), given[fact] == nil {
            if given.count == limit { found += Double(inquiry.verdicts.count) / Double(InquirySurvey.people) }
            given[fact] = answers[fact] ?? .null
            inquiry = inquire(given)
        }
        if given.count <= limit { found += Double(inquiry.verdicts.count) / Double(InquirySurvey.people) }
        questions += Double(given.count) / Double(InquirySurvey.people)
    }
}
