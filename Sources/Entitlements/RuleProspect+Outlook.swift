import Expressions

/// How many questions are left.
struct Outlook: Sendable {
    /// The mean over all answers.
    var mean = 0.0
    /// The most that any answers lead to.
    var worst = 0.0

    static func + (left: Outlook, right: Outlook) -> Outlook {
        Outlook(mean: left.mean + right.mean, worst: left.worst + right.worst)
    }
}

/// What tells answers apart: how far a rule comes, and on which side of its thresholds they are.
struct AnswerRange: Hashable {
    let standing: Standing
    let sides: [Bool]
}

extension RuleProspect {
    /// The questions that the rule still has, in its own order.
    ///
    /// - Parameter judgements: Those that the search may still make; nothing is counted any more when none are left.
    mutating func outlook(_ answers: [Int], _ judgements: inout Int) -> Outlook {
        if let outlook = outlooks[answers] { return outlook }
        guard judgements > 0 else { return Outlook() }
        judgements -= 1
        var outlook = Outlook()
        if case .open(let facts, _) = standing(answers), let first = facts.first, let place = place(of: first) {
            let choices = choices(of: first, at: place, answers, &judgements)
            for choice in choices {
                let after = self.outlook(answers.replacing(place, with: choice), &judgements)
                outlook.mean += after.mean / Double(choices.count)
                outlook.worst = max(outlook.worst, after.worst)
            }
            outlook.mean += 1
            outlook.worst += 1
        }
        outlooks[answers] = outlook
        return outlook
    }

    /// The answers to a fact that lead on differently: of typed ones those between the same thresholds count once.
    private mutating func choices(
        of fact: String, at place: Int, _ answers: [Int], _ judgements: inout Int
    ) -> [Int] {
        let all = choices(of: fact, at: place)
        guard book.facts[fact]?.typed != nil else { return all }
        judgements -= all.count
        var seen: Set<AnswerRange> = []
        return all.filter { seen.insert(range(answers.replacing(place, with: $0))).inserted }
    }

    private mutating func choices(of fact: String, at place: Int) -> [Int] {
        if let choices = choices[place] { return choices }
        let all = book.answers(to: fact, in: [rule], on: surroundings.today).map { number(of: $0, to: place) }
        choices[place] = all
        return all
    }
}

extension [Int] {
    /// The answers with another one at a place.
    func replacing(_ place: Int, with answer: Int) -> [Int] {
        var answers = self
        answers[place] = answer
        return answers
    }
}
