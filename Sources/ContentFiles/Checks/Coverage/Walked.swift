import Conversation

/// What the talks of a pack walk.
struct Walked {
    /// Addresses of steps.
    private(set) var steps: Set<String> = []
    /// Tags of languages in which something was said.
    private(set) var languages: Set<String> = []

    init(_ talks: [Talk], in pack: Pack) {
        for talk in talks {
            let report = TalkRun.play(talk, in: pack)
            steps.formUnion(report.steps)
            languages.formUnion(report.languages)
        }
    }
}
