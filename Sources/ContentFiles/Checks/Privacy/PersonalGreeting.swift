import Conversation
import Expressions

extension CheckRule {
    static let personalGreeting = CheckRule(
        "personal-greeting", "P01", .error, summary: "something about a person is shown before she has answered",
        reason: """
            Whoever holds the phone sees the first screen: a husband, a child, or the next owner of the number. So the \
            first screen, the first message of a reminder, and what someone finds who comes back show nothing that was \
            kept about a person but the language. After her first answer it may be shown.
            """
    ) { context in
        let pack = context.pack
        let starts = [pack.start] + pack.steps.compactMap(\.verb.later)
        let first = context.graph.reached(from: starts, stops: { pack.steps[$0].verb.shows })
        let versions =
            context.steps.filter { first[$0.place] }.flatMap { context.versionsOfSteps[$0.place] }
            + context.versions(ofBuiltIn: .builtIn(.resume))
        return versions.filter(\.isFirst).flatMap { version in
            version.template.references.filter(\.isPersonal).map {
                Finding(
                    "this is shown before anybody has answered", at: version.position(at: $0.offset),
                    suggestion: "show it after the first answer")
            }
        }
    }
}

extension Verb {
    /// Whether it shows a screen of its own and goes on only when something was heard.
    var shows: Bool {
        switch self {
        case .menu, .ask, .find, .end: true
        case .check(let check): check.lists
        case .say, .branch, .set, .call, .send, .refer, .remind, .request: false
        }
    }
}

extension TextVersion {
    /// Whether it is on the screen before anything was answered.
    fileprivate var isFirst: Bool {
        switch text.role {
        case .menu, .ask, .said, .end, .option, .listed, .message, .builtIn: true
        case .retry, .note: false
        }
    }
}

extension Reference {
    /// Whether it is something that is kept about a person, and not her language.
    fileprivate var isPersonal: Bool { root == "person" && path.first?.lowercased() != "language" }
}
