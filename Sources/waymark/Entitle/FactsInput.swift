import ContentFiles
import Entitlements
import Expressions

/// The facts that someone gives a rule in a file.
struct FactsInput {
    /// The path of a JSON object; `-` is standard input, nil is no facts.
    let path: String?

    /// The answers by fact, each as the rules of the pack read it.
    func answers(to facts: [String: Fact]) throws(WrongUse) -> [String: Value] {
        var answers: [String: Value] = [:]
        for (name, written) in try InputFile.object(path, "facts") {
            guard let fact = facts[name] else {
                let near = nearest(to: name, among: facts.keys.sorted()).map { ": did you mean '\($0)'?" } ?? ""
                throw WrongUse("the pack has no fact '\(name)'\(near)")
            }
            guard let answer = fact.reading(written) else {
                throw WrongUse("\(written.json) is no answer to '\(name)', which can be: \(fact.answersInWords)")
            }
            answers[name] = answer
        }
        return answers
    }
}
